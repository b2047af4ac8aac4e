package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGlanceTest {
    private final LanguageGlance glance = new LanguageGlance();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The charger stopped after two days and I don't know who to call
            de | Das Ladegerät ist nach zwei Tagen nicht mehr zu gebrauchen und wird sehr heiß
            fr | Le chargeur ne marche plus depuis deux jours et je ne suis pas du tout content
            es | El cargador no funciona desde hace dos días y no me gusta nada
            it | Il caricatore non funziona più da due giorni e non sono per niente contento
            pt | O carregador não funciona há dois dias e eu já não sei o que fazer com ele
            nl | De oplader werkt al na twee dagen niet meer en ik ben er niet blij mee
            sv | Laddaren slutade fungera efter två dagar och det är inte vad jag hade tänkt mig
            fi | Laturi ei toimi enää ja se on nyt rikki, mutta minä en saa rahojani
            hu | A töltő már nem működik és ez nagyon nem jó, mert csak két napig volt meg
            ru | Зарядка уже не работает и это очень плохо, а что мне теперь с ней делать
            ja | 充電器は二日で壊れてしまいました
            zh | 充电器两天就坏了
            ko | 충전기가 이틀 만에 고장 났어요
            el | Ο φορτιστής χάλασε σε δύο μέρες
            """)
    void smallWordsAndScriptsTellTheLanguage(String language, String text) {
        assertThat(glance.of(text)).contains(language);
    }

    @Test
    void whatHoldsNoSmallWordsIsNotGuessed() {
        assertThat(glance.of("Great product")).isEmpty();
        assertThat(glance.of("")).isEmpty();
        assertThat(glance.of("12345 !!!")).isEmpty();
        assertThat(glance.of("Norton Antivirus Deluxe Edition download Windows Mac license key code card")).isEmpty();
    }
}

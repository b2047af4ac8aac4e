package topicworkbench.architecture.planted.math;

/** Planted: on a German system these words hold "1.234". */
final class FormatsAsTheMachineDoes {
    String words(int many) {
        return "%,d others".formatted(many);
    }
}

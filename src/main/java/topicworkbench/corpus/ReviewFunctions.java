package topicworkbench.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBWritableVector;

/** Makes our rules for values and text callable from SQL, so that DuckDB applies exactly what plain Java would. */
final class ReviewFunctions {

    /** Writes one value of a result that is not null. */
    private interface Setter<T> {
        void set(DuckDBWritableVector out, long row, T value);
    }

    private ReviewFunctions() { }

    static void register(Connection connection) throws SQLException {
        register(connection, "review_stars", DuckDBColumnType.DOUBLE, ReviewValues::stars, DuckDBWritableVector::setDouble);
        register(connection, "review_polarity", DuckDBColumnType.DOUBLE, ReviewValues::polarity, DuckDBWritableVector::setDouble);
        Setter<LocalDate> setDate = DuckDBWritableVector::setDate;
        register(connection, "review_date", DuckDBColumnType.DATE, ReviewValues::date, setDate);
        register(connection, "review_votes", DuckDBColumnType.INTEGER, ReviewValues::votes, DuckDBWritableVector::setInt);
        register(connection, "review_verified", DuckDBColumnType.BOOLEAN, ReviewValues::verified, DuckDBWritableVector::setBoolean);
        register(connection, "review_given", DuckDBColumnType.BOOLEAN, v -> !ReviewValues.missing(v), DuckDBWritableVector::setBoolean);
        register(connection, "review_other", DuckDBColumnType.VARCHAR, ReviewValues::other, DuckDBWritableVector::setString);
        register(connection, "review_number", DuckDBColumnType.DOUBLE, ReviewValues::number, DuckDBWritableVector::setDouble);
        register(connection, "review_clean", DuckDBColumnType.VARCHAR, ReviewText::clean, DuckDBWritableVector::setString);
    }

    private static <T> void register(Connection connection, String name, DuckDBColumnType type,
            Function<String, T> function, Setter<T> setter) throws SQLException {
        try (var builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name).withParameter(DuckDBColumnType.VARCHAR).withReturnType(type)
                    .withVectorizedFunction((in, out) -> {
                        var values = in.vector(0);
                        for (long row = 0; row < in.rowCount(); row++) {
                            T value = values.isNull(row) ? null : function.apply(values.getString(row));
                            if (value == null) {
                                out.setNull(row);
                            } else {
                                setter.set(out, row, value);
                            }
                        }
                    }).register(connection);
        }
    }
}

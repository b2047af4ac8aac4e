package topicworkbench.glue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import topicworkbench.corpus.NumberText;
import topicworkbench.corpus.ReviewField;
import topicworkbench.failure.ExplainedException;

/**
 * The values of a Parquet column as DuckDB writes them. What the two would write differently is refused: lists, objects,
 * bytes and times of day, and moments in any field but the date, of which only the day is kept.
 */
final class ParquetText {
    private static final long EPOCH_JULIAN_DAY = 2_440_588;

    private final String column;
    private final BiFunction<Group, String, String> value;

    private ParquetText(String column, BiFunction<Group, String, String> value) {
        this.column = column;
        this.value = value;
    }

    /** @param file for the message @throws ExplainedException if the column's values are of another kind */
    static ParquetText of(Type column, ReviewField field, String file) {
        return of(column, field).orElseThrow(() ->
                new ExplainedException("The column \"" + column.getName() + "\" of " + file + ", taken for " + field.key()
                    + ", holds values of a kind that is not read in the cloud as it is on your computer.",
                    "Save that column as text, numbers or days, or run on this computer."));
    }

    /** Of a column that no field uses; empty if its values are of another kind. */
    static Optional<ParquetText> of(Type column) {
        return of(column, (ReviewField) null);
    }

    private static Optional<ParquetText> of(Type column, ReviewField field) {
        return Optional.of(column).filter(type -> type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED))
                .map(type -> value(type.asPrimitiveType(), field)).map(value -> new ParquetText(column.getName(), value));
    }

    /** The value of this column, or null for none. */
    String of(Group row) {
        return row.getFieldRepetitionCount(column) == 0 ? null : value.apply(row, column);
    }

    private static BiFunction<Group, String, String> value(PrimitiveType type, ReviewField field) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> (row, name) -> Boolean.toString(row.getBoolean(name, 0));
            case DOUBLE -> (row, name) -> NumberText.column(row.getDouble(name, 0));
            case FLOAT -> (row, name) -> NumberText.column(row.getFloat(name, 0));
            case INT32 -> meaning instanceof DateLogicalTypeAnnotation
                    ? (row, name) -> LocalDate.ofEpochDay(row.getInteger(name, 0)).toString()
                    : whole(meaning, (row, name) -> (long) row.getInteger(name, 0), 0xFFFF_FFFFL);
            case INT64 -> meaning instanceof TimestampLogicalTypeAnnotation moment
                    ? field == ReviewField.DATE ? (row, name) -> day(row.getLong(name, 0), moment) : null
                    : whole(meaning, (row, name) -> row.getLong(name, 0), -1);
            case INT96 -> field == ReviewField.DATE ? (row, name) -> day(NanoTime.fromBinary(row.getInt96(name, 0))) : null;
            case BINARY -> meaning instanceof DecimalLogicalTypeAnnotation decimal
                    ? (row, name) -> decimal(new BigInteger(row.getBinary(name, 0).getBytes()), decimal)
                    : text(meaning) ? (row, name) -> row.getBinary(name, 0).toStringUsingUTF8() : null;
            case FIXED_LEN_BYTE_ARRAY -> meaning instanceof DecimalLogicalTypeAnnotation decimal
                    ? (row, name) -> decimal(new BigInteger(row.getBinary(name, 0).getBytes()), decimal) : null;
        };
    }

    private static boolean text(LogicalTypeAnnotation meaning) {
        return meaning == null || meaning instanceof StringLogicalTypeAnnotation || meaning instanceof EnumLogicalTypeAnnotation
                || meaning instanceof JsonLogicalTypeAnnotation;
    }

    private static BiFunction<Group, String, String> whole(LogicalTypeAnnotation meaning, BiFunction<Group, String, Long> value,
            long unsigned) {
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return (row, name) -> decimal(BigInteger.valueOf(value.apply(row, name)), decimal);
        }
        if (meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned()) {
            return (row, name) -> Long.toUnsignedString(value.apply(row, name) & unsigned);
        }
        return meaning == null || meaning instanceof IntLogicalTypeAnnotation
                ? (row, name) -> Long.toString(value.apply(row, name)) : null;
    }

    private static String decimal(BigInteger unscaled, DecimalLogicalTypeAnnotation type) {
        return new BigDecimal(unscaled, type.getScale()).toPlainString();
    }

    private static String day(long moment, TimestampLogicalTypeAnnotation type) {
        long perSecond = switch (type.getUnit()) {
            case MILLIS -> 1000;
            case MICROS -> 1_000_000;
            case NANOS -> 1_000_000_000;
        };
        return Instant.ofEpochSecond(Math.floorDiv(moment, perSecond)).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String day(NanoTime moment) {
        return LocalDate.ofEpochDay(moment.getJulianDay() - EPOCH_JULIAN_DAY
                + Math.floorDiv(moment.getTimeOfDayNanos(), TimeUnit.DAYS.toNanos(1))).toString();
    }
}

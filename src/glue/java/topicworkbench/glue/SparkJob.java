package topicworkbench.glue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import topicworkbench.failure.ExplainedException;

/** What both jobs have in common: a session whose answers do not depend on where it runs, and failures in two sentences. */
final class SparkJob {
    private SparkJob() { }

    /** One job's work. */
    @FunctionalInterface
    interface Work {
        void run(SparkSession spark, JobArguments arguments) throws IOException;
    }

    /** Between what happened and what to do, by which the program finds both in what Glue tells of a job. */
    static final String TO_DO = " What to do: ";

    /** A failure whose message Glue shows as the job's own: what happened, and what to do. */
    static final class JobFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JobFailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static void run(Work work, String... arguments) {
        try {
            SparkSession spark = SparkSession.builder().appName("topic-workbench").getOrCreate();
            work.run(configured(spark), JobArguments.of(arguments));
        } catch (IOException | UncheckedIOException e) {
            throw new JobFailedException("The job's files cannot be read or written: " + e.getMessage()
                    + "." + TO_DO + "Check that the job's role may use the run's folder, and start the run again.", e);
        } catch (RuntimeException e) {
            ExplainedException explained = explained(e);
            throw explained != null ? new JobFailedException(explained.getMessage() + TO_DO + explained.remedy(), e)
                    : new JobFailedException("The job failed: " + e + "." + TO_DO + "Look into its log, and start the run again.", e);
        }
    }

    private static SparkSession configured(SparkSession spark) {
        spark.conf().set("spark.sql.session.timeZone", "UTC");
        spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
        spark.conf().set("spark.sql.parquet.compression.codec", "zstd");
        spark.conf().set("spark.sql.caseSensitive", "true");
        hadoop(spark).set("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        return spark;
    }

    static Configuration hadoop(SparkSession spark) {
        return spark.sparkContext().hadoopConfiguration();
    }

    /** What Spark wraps into failures of its own. */
    private static ExplainedException explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExplainedException explained) {
                return explained;
            }
        }
        return null;
    }
}

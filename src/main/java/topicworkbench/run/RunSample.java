package topicworkbench.run;

import java.time.Instant;

/**
 * One look at a run and its machine, taken once a second. A number is NaN where it could not be measured.
 *
 * @param time            when
 * @param stage           at work, or null before the first
 * @param fraction        how far the stage has come, 0 to 1
 * @param cpu             share of all the machine's processors in use, 0 to 1
 * @param processCpu      the share that this program uses
 * @param memoryMb        of the machine in use
 * @param processMemoryMb resident memory of this program
 * @param gpu             mean utilization of the graphics processors, 0 to 1; NaN without any
 * @param gpuMemoryMb     their memory in use, summed
 */
public record RunSample(Instant time, Stage stage, double fraction, double cpu, double processCpu, double memoryMb,
        double processMemoryMb, double gpu, double gpuMemoryMb) { }

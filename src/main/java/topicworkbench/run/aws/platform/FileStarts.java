package topicworkbench.run.aws.platform;

/** How runs are done that a file starts; what says so must be there before the first such file. */
public interface FileStarts {
    boolean areSet();

    void setToUsual();
}

package topicworkbench.cli;

import picocli.CommandLine.IVersionProvider;

/** As the jar's manifest says; classes that were never packed have none. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Topic Workbench " + (version == null ? "(built from source)" : version)};
    }
}

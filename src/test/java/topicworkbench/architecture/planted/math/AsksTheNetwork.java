package topicworkbench.architecture.planted.math;

import java.net.http.HttpClient;

/** Opens a connection. */
final class AsksTheNetwork {
    final HttpClient client = HttpClient.newHttpClient();
}

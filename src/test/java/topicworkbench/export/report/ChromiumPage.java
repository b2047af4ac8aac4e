package topicworkbench.export.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A page in a Chromium of its own, worked by mouse and keys through what its developer tools speak.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class ChromiumPage implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;
    private static final long PAUSE_MILLISECONDS = 50;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final WebSocket socket;

    private ChromiumPage(Process process, int port, String file) throws IOException, InterruptedException {
        this.process = process;
        URI pages = URI.create("http://127.0.0.1:" + port + "/json/list");
        List<String> addresses = new ArrayList<>();
        until(() -> { // it can be asked for its pages before it has one
            addresses.addAll(addressesOfPages(pages));
            return !addresses.isEmpty();
        });
        socket = client.newWebSocketBuilder().buildAsync(URI.create(addresses.getFirst()), new Listener()).join();
        until(() -> shows(file));
    }

    private List<String> addressesOfPages(URI list) throws IOException {
        try {
            return JsonParser.parseString(client.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString()).body())
                    .getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject)
                    .filter(page -> page.get("type").getAsString().equals("page"))
                    .map(page -> page.get("webSocketDebuggerUrl").getAsString()).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Its first page is an empty one, and there is a moment without any between that and the file's. */
    private boolean shows(String file) {
        try {
            return ask("document.readyState === 'complete' && location.href").getAsString().equals(file);
        } catch (IllegalStateException between) {
            return false;
        }
    }

    /** Where Chromium is installed, if it is. */
    static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(name -> Arrays.stream(
                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(path -> Path.of(path, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /** @param profile a folder that may be written */
    static ChromiumPage open(Path chromium, Path file, Path profile) throws IOException, InterruptedException {
        Files.createDirectories(profile);
        Process process = new ProcessBuilder(chromium.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--window-size=1280,900", "--remote-debugging-port=0", "--user-data-dir=" + profile, file.toUri().toString())
                .redirectOutput(profile.resolve("out.log").toFile()).redirectError(profile.resolve("console.log").toFile()).start();
        try {
            Path port = profile.resolve("DevToolsActivePort");
            until(() -> Files.exists(port) && Files.readAllLines(port).size() > 1);
            return new ChromiumPage(process, Integer.parseInt(Files.readAllLines(port).getFirst()), file.toUri().toString());
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Something that is or is not yet so. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void until(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it never came true");
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                JsonObject answer = JsonParser.parseString(message.toString()).getAsJsonObject();
                message.setLength(0);
                if (answer.has("id")) {
                    answers.get(answer.get("id").getAsInt()).complete(answer);
                }
            }
            from.request(1);
            return null;
        }
    }

    private JsonObject call(String method, Map<String, Object> parameters) {
        int id = asked.incrementAndGet();
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", new com.google.gson.Gson().toJsonTree(parameters));
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonObject told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (told.has("error") || told.getAsJsonObject("result").has("exceptionDetails")) {
            throw new IllegalStateException(method + " " + parameters + ": " + told);
        }
        return told.getAsJsonObject("result");
    }

    /** What an expression gives: text, a number, or a list of them. */
    JsonElement ask(String expression) {
        return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true)).getAsJsonObject("result").get("value");
    }

    String text(String selector) {
        return ask("document.querySelector(" + quoted(selector) + ").textContent").getAsString();
    }

    List<String> texts(String selector) {
        return ask("[...document.querySelectorAll(" + quoted(selector) + ")].map(node => node.textContent)").getAsJsonArray().asList()
                .stream().map(JsonElement::getAsString).toList();
    }

    /** Presses and releases the mouse in the middle of what is there, which is scrolled to. */
    void click(String selector) {
        JsonArray at = ask("(() => { const node = document.querySelector(" + quoted(selector) + "); node.scrollIntoView({block:"
                + " 'center', behavior: 'instant'}); const box = node.getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2]; })()").getAsJsonArray();
        click(at.get(0).getAsDouble(), at.get(1).getAsDouble());
    }

    /** @param x to the right, @param y down from the upper left corner of what is seen */
    void click(double x, double y) {
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            call("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", type.equals("mouseMoved") ? "none" : "left",
                    "clickCount", type.equals("mouseMoved") ? 0 : 1));
        }
    }

    /** @param key as in {@code ArrowLeft}; @param code its number */
    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Into what has the focus. */
    void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    private static String quoted(String text) {
        return new com.google.gson.JsonPrimitive(text).toString();
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

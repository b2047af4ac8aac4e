package topicworkbench.run.aws.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a server, counts what passes, and cuts every connection when told. */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int port;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean once;

    public CuttingProxy(URI target) {
        try {
            port = target.getPort();
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** After so many more bytes, either way, nothing passes until {@link #mend}. */
    public void cutAfter(long bytes) {
        left.set(bytes);
    }

    /** After so many more bytes one connection is cut; the next ones stand. */
    public void cutOnceAfter(long bytes) {
        once = true;
        left.set(bytes);
    }

    public void mend() {
        left.set(Long.MAX_VALUE);
    }

    public long sentUp() {
        return up.get();
    }

    public long sentDown() {
        return down.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (left.get() <= 0) {
                    client.close();
                    continue;
                }
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> pump(client, upstream, up));
                Thread.ofVirtual().start(() -> pump(upstream, client, down));
            } catch (IOException e) {
                // closed, or a client that went away
            }
        }
    }

    private void pump(Socket from, Socket to, AtomicLong count) {
        byte[] buffer = new byte[1 << 16];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (left.addAndGet(-length) <= 0) {
                    if (once) {
                        once = false;
                        mend();
                    }
                    return;
                }
                out.write(buffer, 0, length);
                out.flush();
                count.addAndGet(length);
            }
        } catch (IOException e) {
            // the other direction was cut
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package dev.latchkey.server.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server on loopback that knows a few TXT records and of everything else that it doesn't exist (RFC 1035). */
public final class TestNameServer implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int TXT = 16;
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket;
  private final Map<String, String> records = new ConcurrentHashMap<>();

  private TestNameServer(DatagramSocket socket) {
    this.socket = socket;
  }

  public static TestNameServer start() {
    try {
      TestNameServer server = new TestNameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
      Thread.ofPlatform().daemon().name("name-server").start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code LATCHKEY_DNS_SERVERS} wants it. */
  public String address() {
    return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
  }

  /** @param value of 255 bytes at most */
  public void publish(String name, String value) {
    records.put(name.toLowerCase(Locale.ROOT), value);
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
    try {
      while (!socket.isClosed()) {
        socket.receive(packet);
        byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (IOException e) {
      // Closed while waiting for the next question.
      socket.close();
    }
  }

  private byte[] answer(byte[] query) {
    ByteBuffer question = ByteBuffer.wrap(query, HEADER, query.length - HEADER);
    String name = name(question);
    int type = question.getShort();
    int end = question.position() + 2;
    String value = records.get(name);
    boolean found = value != null && type == TXT;
    ByteBuffer answer = ByteBuffer.allocate(1500);
    answer.put(query, 0, 2)
        // An answer by who knows, with recursion as it was asked for and available.
        .put((byte) (0x84 | (query[2] & 0x01))).put((byte) (0x80 | (value == null ? NO_SUCH_NAME : 0)))
        .putShort((short) 1).putShort((short) (found ? 1 : 0)).putInt(0)
        .put(query, HEADER, end - HEADER);
    if (found) {
      byte[] text = value.getBytes(StandardCharsets.US_ASCII);
      // The name is the question's, a minute to live, one string.
      answer.putShort((short) (0xC000 | HEADER)).putShort((short) TXT).putShort((short) 1).putInt(60)
          .putShort((short) (text.length + 1)).put((byte) text.length).put(text);
    }
    return Arrays.copyOf(answer.array(), answer.position());
  }

  /** Reads labels up to the root. */
  private static String name(ByteBuffer question) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (int length = question.get(); length > 0; length = question.get()) {
      if (name.size() > 0) {
        name.write('.');
      }
      byte[] label = new byte[length];
      question.get(label);
      name.writeBytes(label);
    }
    return name.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    socket.close();
  }
}

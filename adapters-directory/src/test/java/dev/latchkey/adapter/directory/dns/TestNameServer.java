package dev.latchkey.adapter.directory.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A name server on this machine, over UDP and TCP (RFC 1035 §4.2), that says what a test wants it to say. */
public final class TestNameServer implements AutoCloseable {
  private static final int LONGEST_UDP = 512;
  private static final long TTL = 60;

  /** What is wrong with a name. */
  private enum Fault {
    SILENT, FAILING, REFUSED
  }

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
  private final Map<Name, Fault> faults = new ConcurrentHashMap<>();
  private final Map<Name, Deque<String>> sequences = new ConcurrentHashMap<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  private TestNameServer(DatagramSocket udp, ServerSocket tcp) {
    this.udp = udp;
    this.tcp = tcp;
  }

  public static TestNameServer start() {
    try {
      ServerSocket tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
      TestNameServer server = new TestNameServer(udp, tcp);
      Thread.ofPlatform().daemon().name("dns-udp").start(server::serveDatagrams);
      Thread.ofPlatform().daemon().name("dns-tcp").start(server::serveStreams);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InetSocketAddress socketAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), udp.getLocalPort());
  }

  /** As {@code LATCHKEY_DNS_SERVERS} wants it. */
  public String address() {
    return socketAddress().getAddress().getHostAddress() + ":" + socketAddress().getPort();
  }

  /** Lets one TXT record of one string stand where others may have stood before. */
  public void publish(String name, String value) {
    forget(name);
    text(name, value);
  }

  /** Adds one TXT record of one or several strings. */
  public void text(String name, String... strings) {
    add(name, new TXTRecord(name(name), DClass.IN, TTL, List.of(strings)));
  }

  /** Answers for the address of a name (A): with the first of them once, then with the next, and on with the last. */
  public void addresses(String name, String... literals) {
    sequences.put(name(name), new ArrayDeque<>(List.of(literals)));
  }

  public void alias(String name, String target) {
    add(name, new CNAMERecord(name(name), DClass.IN, TTL, name(target)));
  }

  /** Takes every record of a name away, and what is wrong with it. */
  public void forget(String name) {
    records.remove(name(name));
    faults.remove(name(name));
  }

  /** Never answers about a name. */
  public void silence(String name) {
    faults.put(name(name), Fault.SILENT);
  }

  /** Answers SERVFAIL about a name. */
  public void fail(String name) {
    faults.put(name(name), Fault.FAILING);
  }

  /** Answers REFUSED about a name. */
  public void refuse(String name) {
    faults.put(name(name), Fault.REFUSED);
  }

  /** What it was asked, in order: the transport, the name and the type. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  private void add(String name, Record record) {
    records.computeIfAbsent(name(name), same -> new CopyOnWriteArrayList<>()).add(record);
  }

  private Optional<Message> answer(byte[] question, String transport) throws IOException {
    Message query = new Message(question);
    Record asked = query.getQuestion();
    questions.add(transport + " " + asked.getName() + " " + Type.string(asked.getType()));
    Fault fault = faults.get(asked.getName());
    if (fault == Fault.SILENT) {
      return Optional.empty();
    }
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.getHeader().setOpcode(Opcode.QUERY);
    answer.addRecord(asked, Section.QUESTION);
    if (fault != null) {
      answer.getHeader().setRcode(fault == Fault.FAILING ? Rcode.SERVFAIL : Rcode.REFUSED);
      return Optional.of(answer);
    }
    fill(answer, asked);
    return Optional.of(answer);
  }

  private void fill(Message answer, Record asked) throws IOException {
    Name name = asked.getName();
    Deque<String> sequence = sequences.get(name);
    if (sequence != null && asked.getType() == Type.A) {
      String literal = sequence.size() > 1 ? sequence.remove() : sequence.element();
      // Without any time to live: nobody may keep the first answer.
      answer.addRecord(new ARecord(name, DClass.IN, 0, InetAddress.getByName(literal)), Section.ANSWER);
      return;
    }
    if (!records.containsKey(name) && !sequences.containsKey(name)) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    List<Record> found = new ArrayList<>();
    for (Record record : records.getOrDefault(name, List.of())) {
      if (record.getType() == asked.getType() || record.getType() == Type.CNAME) {
        found.add(record);
      }
    }
    found.forEach(record -> answer.addRecord(record, Section.ANSWER));
    if (found.isEmpty()) {
      Name zone = name("example");
      answer.addRecord(new SOARecord(zone, DClass.IN, TTL, zone, zone, 1, 1, 1, 1, 1), Section.AUTHORITY);
    }
  }

  private void serveDatagrams() {
    byte[] buffer = new byte[4096];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
        Optional<Message> answer = answer(question, "UDP");
        if (answer.isPresent()) {
          // Longer ones come shortened, with the flag that says to ask again over TCP.
          byte[] bytes = answer.get().toWire(LONGEST_UDP);
          udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // Closed, or a client that is gone: the next question counts.
      }
    }
  }

  private void serveStreams() {
    while (!tcp.isClosed()) {
      try (Socket client = tcp.accept()) {
        DataInputStream in = new DataInputStream(client.getInputStream());
        byte[] question = new byte[in.readUnsignedShort()];
        in.readFully(question);
        Optional<Message> answer = answer(question, "TCP");
        if (answer.isPresent()) {
          byte[] bytes = answer.get().toWire();
          DataOutputStream out = new DataOutputStream(client.getOutputStream());
          out.writeShort(bytes.length);
          out.write(bytes);
          out.flush();
        }
      } catch (IOException e) {
        // As above.
      }
    }
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text + ".");
    } catch (TextParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.latchkey.application.memory;

import dev.latchkey.application.mail.MailTransport;
import dev.latchkey.domain.mail.OutgoingMail;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps what it was given, and that can be down. */
public final class FakeMailTransport implements MailTransport {
  private final List<OutgoingMail> accepted = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  @Override
  public void send(OutgoingMail mail) {
    if (down) {
      throw new NotAccepted("The mail server is down", new ConnectException());
    }
    accepted.add(mail);
  }

  public List<OutgoingMail> accepted() {
    return List.copyOf(accepted);
  }

  public void goDown() {
    down = true;
  }

  public void comeBack() {
    down = false;
  }
}

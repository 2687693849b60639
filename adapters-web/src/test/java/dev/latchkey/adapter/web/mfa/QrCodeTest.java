package dev.latchkey.adapter.web.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.latchkey.adapter.web.page.view.QrPicture;
import dev.latchkey.domain.mfa.TotpSecret;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int SCALE = 4;
  private static final String URI = new TotpSecret("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
      .otpauthUri("Analytical Engines & Sons Ltd", "augusta.byron@analytical-engines.example");

  @Test
  void can_be_scanned() throws ReaderException {
    assertThat(scan(QrCode.draw(URI))).isEqualTo(URI);
  }

  @Test
  void has_room_around_itself() {
    QrPicture picture = QrCode.draw(URI);
    assertThat(RUN.matcher(picture.path()).results()).isNotEmpty().allSatisfy(run -> {
      int x = Integer.parseInt(run.group(1));
      int y = Integer.parseInt(run.group(2));
      assertThat(x).isGreaterThanOrEqualTo(4);
      assertThat(x + Integer.parseInt(run.group(3))).isLessThanOrEqualTo(picture.size() - 4);
      assertThat(y).isBetween(4, picture.size() - 5);
    });
  }

  @Test
  void is_a_picture_of_its_own_that_a_strict_content_security_policy_admits() {
    Document svg = Jsoup.parse(QrCode.svg(QrCode.draw(URI)), Parser.xmlParser());
    assertThat(svg.selectFirst("svg").attr("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.select("path")).hasSize(2);
    assertThat(svg.select("[style], style, script, [onload]")).isEmpty();
  }

  /** Draws the path as a browser does, and looks at it as a phone does. */
  private static String scan(QrPicture picture) throws ReaderException {
    int width = picture.size() * SCALE;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffff);
    RUN.matcher(picture.path()).results().forEach(run -> {
      int left = Integer.parseInt(run.group(1)) * SCALE;
      int right = left + Integer.parseInt(run.group(3)) * SCALE;
      int top = Integer.parseInt(run.group(2)) * SCALE;
      for (int y = top; y < top + SCALE; y++) {
        Arrays.fill(pixels, y * width + left, y * width + right, 0);
      }
    });
    return new QRCodeReader()
        .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)))).getText();
  }
}

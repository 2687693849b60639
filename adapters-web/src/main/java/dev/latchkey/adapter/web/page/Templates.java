package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.Page;
import dev.latchkey.adapter.web.page.view.View;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/**
 * The templates of {@code src/main/jte}, compiled at build time: nothing is parsed or compiled while the server runs.
 * Everything printed is escaped for the place where it stands. Safe to share.
 */
public final class Templates {

  private static final String COMPILED = "dev.latchkey.adapter.web.template";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), COMPILED);

  /** The whole page as UTF-8, complete in memory, so that a failing template never leaves half a page. */
  public byte[] render(Page page, View view) {
    Utf8ByteOutput out = new Utf8ByteOutput();
    engine.render(view.template(), Map.of("page", page, "view", view), out);
    return out.toByteArray();
  }

  /** A template that is no page, such as a mail. */
  public String renderText(String template, Map<String, Object> parameters) {
    StringOutput out = new StringOutput();
    engine.render(template, parameters, out);
    return out.toString();
  }
}

package dev.latchkey.adapter.web.form;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Hands forms to the pages that take them. The server's own parsing is not used: it takes parameters of the URL too. */
@Dependent
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class Forms implements MessageBodyReader<SubmittedForm> {

  @Override
  public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == SubmittedForm.class;
  }

  @Override
  public SubmittedForm readFrom(Class<SubmittedForm> type, Type genericType, Annotation[] annotations,
      MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body) throws IOException {
    return SubmittedForm.parse(body.readAllBytes());
  }
}

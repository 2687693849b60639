package dev.latchkey.adapter.web.json;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Turns bodies into the records that routes take, and the records that they answer with into bodies. */
@Dependent
@Provider
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public final class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Object> {

  /** Every media type comes here, so that a wrong one is refused by us and not read by somebody more generous. */
  @Override
  public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(Class<Record> type, Type genericType, Annotation[] annotations, MediaType mediaType,
      MultivaluedMap<String, String> headers, InputStream body) throws IOException {
    byte[] json = body.readAllBytes();
    if (json.length == 0) {
      throw BrokenJson.missing();
    }
    String charset = mediaType.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType) || mediaType.isWildcardType()
        || mediaType.isWildcardSubtype() || !charset.equalsIgnoreCase("utf-8")) {
      throw new NotSupportedException();
    }
    return Json.read(type, json);
  }

  @Override
  public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord() && MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType);
  }

  @Override
  public void writeTo(Object value, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
      MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
    byte[] json = Json.write(value);
    // One piece of known length: no chunks, and a value that can't be written never leaves half an answer.
    headers.putSingle(HttpHeaders.CONTENT_LENGTH, json.length);
    out.write(json);
  }
}

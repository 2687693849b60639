package dev.latchkey.adapter.web.openapi;

import dev.latchkey.adapter.web.access.Public;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** {@code GET /openapi}: what the API takes and gives, as JSON or YAML. */
@Dependent
@Path("/openapi")
public final class OpenApiResource {
  private final OpenApiDocument document;

  @Inject
  public OpenApiResource(OpenApiDocument document) {
    this.document = document;
  }

  @GET
  @Public
  @Produces({MediaType.APPLICATION_JSON, "application/vnd.oai.openapi+json"})
  public Response json(@Context Request request, @Context HttpServletResponse response) {
    return send(document.json(), request, response);
  }

  @GET
  @Public
  @Produces({"application/yaml;qs=0.5", "application/vnd.oai.openapi;qs=0.5"})
  public Response yaml(@Context Request request, @Context HttpServletResponse response) {
    return send(document.yaml(), request, response);
  }

  private static Response send(String form, Request request, HttpServletResponse response) {
    // Set here and not added by the answer: the outermost filter said no-store before.
    response.setHeader("Cache-Control", "public, no-cache");
    response.setHeader("Vary", "Accept");
    EntityTag tag = OpenApiDocument.tagOf(form);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    return known == null ? Response.ok(form).tag(tag).build() : known.build();
  }
}

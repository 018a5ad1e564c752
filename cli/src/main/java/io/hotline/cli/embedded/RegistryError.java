package io.hotline.cli.embedded;

/** An answer of the registry that is not the one hoped for, by Confluent's codes. */
final class RegistryError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  private RegistryError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  static RegistryError noSuchAddress() {
    return new RegistryError(404, 404, "HTTP 404 Not Found");
  }

  static RegistryError wrongMethod(String method) {
    return new RegistryError(405, 405, "HTTP 405 Method Not Allowed: " + method);
  }

  static RegistryError badRequest(String fault) {
    return new RegistryError(400, 400, fault);
  }

  static RegistryError wrongMediaType(String type) {
    return new RegistryError(
        415, 415, "content type '" + type + "': send application/vnd.schemaregistry.v1+json");
  }

  static RegistryError noSubject(String subject) {
    return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryError noVersion(String version) {
    return new RegistryError(404, 40402, "Version " + version + " not found.");
  }

  static RegistryError noSchema(String what) {
    return new RegistryError(404, 40403, "Schema " + what + " not found");
  }

  static RegistryError subjectDeletedAlready(String subject) {
    return new RegistryError(
        404,
        40404,
        "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
  }

  static RegistryError subjectNotDeletedYet(String subject) {
    return new RegistryError(
        404,
        40405,
        "Subject '" + subject + "' was not deleted first before being permanently deleted");
  }

  static RegistryError versionDeletedAlready(String subject, int version) {
    return new RegistryError(
        404,
        40406,
        "Subject '"
            + subject
            + "' Version "
            + version
            + " was soft deleted. Set permanent=true to delete permanently");
  }

  static RegistryError versionNotDeletedYet(String subject, int version) {
    return new RegistryError(
        404,
        40407,
        "Subject '"
            + subject
            + "' Version "
            + version
            + " was not deleted first before being permanently deleted");
  }

  static RegistryError noSubjectCompatibility(String subject) {
    return new RegistryError(
        404,
        40408,
        "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryError noSubjectMode(String subject) {
    return new RegistryError(
        404, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
  }

  static RegistryError incompatible(String subject, String conflicts) {
    return new RegistryError(
        409,
        409,
        "Schema being registered is incompatible with an earlier schema for subject \""
            + subject
            + "\", details: "
            + conflicts);
  }

  static RegistryError wrongSchema(String fault) {
    return new RegistryError(422, 42201, "Invalid schema: " + fault);
  }

  static RegistryError wrongVersion(String version) {
    return new RegistryError(
        422,
        42202,
        "The specified version '"
            + version
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
            + " \"latest\"");
  }

  static RegistryError wrongCompatibility(String level) {
    return new RegistryError(
        422,
        42203,
        "Invalid compatibility level '"
            + level
            + "'. Valid values are none, backward, forward, full, backward_transitive,"
            + " forward_transitive, and full_transitive");
  }

  static RegistryError wrongMode(String mode) {
    return new RegistryError(
        422, 42204, "Invalid mode '" + mode + "'. Valid values are READWRITE and READONLY");
  }

  static RegistryError readOnly(String subject) {
    return new RegistryError(422, 42205, "Subject " + subject + " is in read-only mode");
  }

  static RegistryError storeFailed(String fault) {
    return new RegistryError(500, 50001, "Error in the backend data store: " + fault);
  }
}

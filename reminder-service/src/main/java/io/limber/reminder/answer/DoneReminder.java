package io.limber.reminder.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The routine is done. */
@Schema(name = "DoneReminder", description = "Has no fields yet")
public record DoneReminder() {}

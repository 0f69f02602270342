/** How serious a log line is. */
export type LogLevel = 'info' | 'warn' | 'error'

/** Further facts of a log line: plain JSON. Secrets in them are masked by the sink's redactors. */
export type LogFields = Readonly<Record<string, unknown>>

/** Where the parts of main write what happened. Never throws, never blocks. */
export interface Logger {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
  /** The same log with fields that every line carries, such as a correlation id. */
  with(fields: LogFields): Logger
}

/** One line on its way to a sink. */
export interface LogLine extends LogFields {
  readonly at: string
  readonly level: LogLevel
  readonly message: string
}

/**
 * Builds a logger over a sink.
 * @param sink takes one line; it redacts and stores it
 * @param now the clock, by default the computer's own
 */
export const createLogger = (
  sink: (line: LogLine) => void,
  now: () => Date = () => new Date(),
  common: LogFields = {},
): Logger => {
  const write = (level: LogLevel) => (message: string, fields: LogFields) =>
    sink({ ...common, ...fields, at: now().toISOString(), level, message })
  return {
    info: (message, fields = {}) => write('info')(message, fields),
    warn: (message, fields = {}) => write('warn')(message, fields),
    error: (message, fields = {}) => write('error')(message, fields),
    with: (fields) => createLogger(sink, now, { ...common, ...fields }),
  }
}

/** An exception as log fields: name, message and stack. */
export const errorFields = (thrown: unknown): LogFields =>
  thrown instanceof Error
    ? { error: thrown.name, errorMessage: thrown.message, stack: thrown.stack ?? null }
    : { error: 'thrown value', errorMessage: String(thrown) }

import type { FastifyInstance } from 'fastify'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Database } from '#server/database/database.ts'
import type { Program } from '#server/runs/program.ts'
import type { TraceTarget } from './otlp-exporter.ts'

/** What a serving process hands through, so that it is seen in traces; each answers what does the same work. */
export interface Tracing {
  database(database: Database): Database
  invoke(invoke: Invoke): Invoke
  programs(programs: Program[]): Program[]
  requests(app: FastifyInstance): void
  close(): Promise<void>
}

const NOT_TRACED: Tracing = {
  database: (database) => database,
  invoke: (invoke) => invoke,
  programs: (programs) => programs,
  requests: () => {},
  close: async () => {},
}

/** Without a target everything is handed back as it is, and nothing of tracing is even loaded. */
export async function openTracing(
  target: TraceTarget | undefined,
  log: (message: string) => void,
): Promise<Tracing> {
  if (!target) return NOT_TRACED
  const [{ createOtlpExporter }, { createTracer }, traced] = await Promise.all([
    import('./otlp-exporter.ts'),
    import('./tracer.ts'),
    import('./traced.ts'),
  ])
  const exporter = createOtlpExporter(target, log)
  const tracer = createTracer(exporter.take)
  return {
    database: (database) => traced.tracedDatabase(database, tracer),
    invoke: (invoke) => traced.tracedInvoke(invoke, tracer),
    programs: (programs) => programs.map((program) => traced.tracedProgram(program, tracer)),
    requests: (app) => traced.traceRequests(app, tracer),
    close: exporter.close,
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Database } from '#server/database/database.ts'
import type { Program, Work } from '#server/runs/program.ts'
import { readTraceparent } from './traceparent.ts'
import { KIND, type OpenSpan, type Tracer } from './tracer.ts'

/** A span per request, below that of whoever calls. Its name is the route and never the address, which holds ids. */
export function traceRequests(app: FastifyInstance, tracer: Tracer): void {
  const spans = new WeakMap<FastifyRequest, OpenSpan>()
  app.addHook('onRequest', (request, _reply, done) => {
    const attributes = { 'http.request.method': request.method, 'iza.request_id': request.id }
    const parent = readTraceparent(request.headers.traceparent)
    spans.set(request, tracer.open({ name: request.method, kind: KIND.server, attributes, parent }))
    done()
  })
  // Behind the parsing of the body: what a socket calls back has forgotten whose call it is.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request)
    if (span) tracer.within(span, done)
    else done()
  })
  app.addHook('onResponse', (request, { statusCode }, done) => {
    const route = request.routeOptions.url
    spans.get(request)?.end({
      name: route === undefined ? request.method : `${request.method} ${route}`,
      attributes: {
        'http.response.status_code': statusCode,
        ...(route !== undefined && { 'http.route': route }),
      },
      isError: statusCode >= 500,
    })
    done()
  })
}

export function tracedInvoke(invoke: Invoke, tracer: Tracer): Invoke {
  return (request) => {
    const { operation: name, door } = request
    const attributes = { 'iza.operation': name.slice(0, 120), 'iza.door': door }
    return tracer.around({ name: name.slice(0, 120), kind: KIND.internal, attributes }, () => invoke(request))
  }
}

/** A transaction that several invocations share stands below the first of them. */
export function tracedDatabase(database: Database, tracer: Tracer): Database {
  const around = <T>(operation: 'COMMIT' | 'ROLLBACK', work: () => Promise<T>) => {
    const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation }
    return tracer.around({ name: operation, kind: KIND.client, attributes }, work)
  }
  return {
    ...database,
    write: (entrance, work) => around('COMMIT', () => database.write(entrance, work)),
    read: (entrance, work) => around('ROLLBACK', () => database.read(entrance, work)),
  }
}

/** A span per lease of a run, and one per step within; what its journal answers is not done again, and takes no time. */
export function tracedProgram(program: Program, tracer: Tracer): Program {
  const { name } = program
  return {
    ...program,
    run: (input, work) => {
      const attributes = { 'iza.run.program': name, 'iza.run.id': work.runId }
      return tracer.around({ name: `run ${name}`, kind: KIND.internal, attributes }, () =>
        program.run(input, tracedWork(work, { name, tracer })),
      )
    },
  }
}

function tracedWork(work: Work, { name, tracer }: { name: string; tracer: Tracer }): Work {
  const step = <T>(stepName: string, act: () => Promise<T>) => {
    const attributes = { 'iza.run.program': name, 'iza.run.id': work.runId, 'iza.run.step': stepName }
    return tracer.around({ name: `step ${name}`, kind: KIND.internal, attributes }, act)
  }
  return {
    ...work,
    read: (stepName, result, act) => step(stepName, () => work.read(stepName, result, act)),
    transact: (stepName, result, act) => step(stepName, () => work.transact(stepName, result, act)),
    invoke: (stepName, operation, input) => step(stepName, () => work.invoke(stepName, operation, input)),
    invokeApproved: (stepName, id) => step(stepName, () => work.invokeApproved(stepName, id)),
    send: (stepName, result, act) => step(stepName, () => work.send(stepName, result, act)),
    once: (stepName, result, act) => step(stepName, () => work.once(stepName, result, act)),
  }
}

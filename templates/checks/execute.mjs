// Executes definitions of state machines for a test, which does their tasks. Every line in or out is an object of JSON:
//   in   {"execution": name, "definition": {…}, "input": {…}}         begins an execution
//   out  {"execution": name, "task": number, "state": name, "input": {…}}  asks for a task
//   in   {"task": number, "result": {…}}  or  {"task": number, "error": name, "cause": text}
//   out  {"execution": name, "status": "SUCCEEDED", "output": {…}}  or  "FAILED" with error and cause
import { createInterface } from 'node:readline';
import { StateMachine } from 'aws-local-stepfunctions';

const waiting = new Map();
let asked = 0;
let validated = false; // which takes longer than executing; a test's definitions are one and the same

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n');

/** All states by name, those in branches as well. */
function states(machine, found = {}) {
  for (const [name, state] of Object.entries(machine.States)) {
    found[name] = state;
    (state.Branches ?? []).forEach((branch) => states(branch, found));
  }
  return found;
}

/**
 * What the library does not do as Step Functions does: it has no $$.State, and it resolves TimeoutSecondsPath against the
 * task's parameters and not its input. A task that takes too long is told as an error by whoever does it.
 */
function prepared(definition, tries) {
  for (const [name, state] of Object.entries(states(definition))) {
    if (state.Type === 'Task') {
      tries[name] = 0;
      delete state.TimeoutSecondsPath;
      state.TimeoutSeconds = 3600;
      const number = Object.keys(tries).indexOf(name);
      state.Parameters = JSON.parse(JSON.stringify(state.Parameters).replaceAll('$$.State.RetryCount', () => `$$.Tries.t${number}`));
    }
  }
  return definition;
}

async function execute({ execution, definition, input }) {
  const tries = {};
  const machine = new StateMachine(prepared(definition, tries), { validationOptions: { checkArn: false, noValidate: validated } });
  validated = true;
  const names = Object.keys(tries);
  const counts = {};
  names.forEach((name, number) => Object.defineProperty(counts, `t${number}`, { enumerable: true, get: () => tries[name] }));
  const handlers = Object.fromEntries(names.map((name) => [name, async (parameters) => {
    const { promise, resolve } = Promise.withResolvers();
    const task = asked++;
    waiting.set(task, resolve);
    tell({ execution, task, state: name, input: parameters });
    const answer = await promise;
    if (answer.error) {
      tries[name]++;
      throw Object.assign(new Error(answer.cause), { name: answer.error });
    }
    tries[name] = 0;
    return answer.result;
  }]));
  const none = Object.fromEntries(Object.keys(states(definition)).map((name) => [name, 0]));
  const run = machine.run(input, {
    overrides: { taskResourceLocalHandlers: handlers, waitTimeOverrides: none, retryIntervalOverrides: none },
    context: {
      Execution: { Name: execution, Id: `arn:aws:states:us-east-1:123456789012:execution:topic-workbench:${execution}` },
      State: { get EnteredTime() { return new Date().toISOString(); } },
      Tries: counts,
    },
  });
  try {
    tell({ execution, status: 'SUCCEEDED', output: await run.result });
  } catch (failure) {
    const error = failure.getWrappedError?.() ?? failure.cause ?? failure;
    tell({ execution, status: 'FAILED', error: error.name, cause: error.message });
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.execution) {
    execute(message);
  } else {
    waiting.get(message.task)(message);
    waiting.delete(message.task);
  }
});

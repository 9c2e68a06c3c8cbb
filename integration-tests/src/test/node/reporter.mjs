// Reports each test as a line of JSON, for JUnit to show it as a test of its own.

export default async function* report(events) {
  const path = [];
  for await (const { type, data } of events) {
    if (type === "test:start") {
      path.length = data.nesting;
      path.push(data.name);
    } else if ((type === "test:pass" || type === "test:fail") && data.details.type !== "suite") {
      const omitted = data.skip !== undefined || data.todo !== undefined;
      yield `${JSON.stringify({
        report: "test",
        path: [...path.slice(0, data.nesting), data.name],
        milliseconds: Math.round(data.details.duration_ms),
        problem: type === "test:fail" ? describe(data.details.error) : omitted ? "omitted" : null,
      })}\n`;
    } else if (type === "test:fail") {
      // A suite fails by its tests, which have been reported, or by a hook, which has not.
      const error = data.details.error;
      if (error.failureType !== "subtestsFailed") {
        yield `${JSON.stringify({ report: "test", path: [...path.slice(0, data.nesting), data.name], milliseconds: 0, problem: describe(error) })}\n`;
      }
    }
  }
}

function describe(error) {
  const cause = error.cause ?? error;
  return String(cause.stack ?? cause);
}

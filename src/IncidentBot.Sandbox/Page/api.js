// The sandbox's control API (see README.md beside the server) as functions.

/** The sandbox refused a call, or could not be reached (`code` is then "unreachable"). */
export class SandboxError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/_sandbox/${path}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new SandboxError("unreachable", "The sandbox does not answer. Is it still running?", { cause });
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  throw new SandboxError(answer?.error ?? `http_${response.status}`,
    answer?.message ?? answer?.error ?? `The sandbox answered ${response.status}.`);
}

const id = encodeURIComponent;

export const readState = (person) => call("GET", person ? `state?as=${id(person)}` : "state");
export const readMessages = (channel, person) => call("GET", `channels/${id(channel)}/messages?as=${id(person)}`);
export const readViews = (person) => call("GET", `people/${id(person)}/views`);
export const readHome = (person) => call("GET", `people/${id(person)}/home`);
export const changesUrl = (person) => `/_sandbox/changes?as=${id(person)}`;

/** Something a person does: `what` is the path's last word, such as "messages" or "clicks". */
export const postAs = (person, what, body) => call("POST", `people/${id(person)}/${what}`, body);
export const deleteAs = (person, what, body) => call("DELETE", `people/${id(person)}/${what}`, body);

export const createChannel = (body) => call("POST", "channels", body);
export const moveClock = (body) => call("POST", "clock", body);

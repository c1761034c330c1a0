using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Faults;
using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>Answers <c>/api/{method}</c>: reads, checks, does, answers, and only then lets the events out.</summary>
internal sealed class ApiEndpoint(
    SlackWorkspace workspace, EventDeliveries deliveries, FaultBook faults, Journal journal, Activity activity)
{
    /// <summary>How long a faulty method keeps a caller waiting who has no deadline.</summary>
    private static readonly TimeSpan LongestHang = TimeSpan.FromSeconds(60);

    private readonly RateLimits _limits = new(workspace.Clock);
    private long _requests;

    public async Task HandleAsync(HttpContext http, string method)
    {
        activity.Begin();
        var started = TimeProvider.System.GetTimestamp();
        JsonObject? args = null;
        ApiAnswer answer;
        IReadOnlyList<EventCallback> events = [];
        var fault = faults.Take(method);
        try
        {
            if (fault is { Kind: Fault.Timeout or Fault.Reset })
            {
                await FailAsync(http, fault);
                Record(method, args, 0, null, started, fault.Kind);
                return;
            }

            MethodFacts.All.TryGetValue(method, out var facts);
            ApiArguments? arguments = null;
            try
            {
                arguments = await ApiArguments.ReadAsync(http.Request, facts?.ReadsJson ?? true);
                args = arguments.ToJson(OAuthMethods.Secrets);
                answer = Faulty(fault) ?? Call(method, facts, arguments, out events);
            }
            catch (Refusal refusal)
            {
                answer = Refused(method, facts, refusal);
            }
            catch (NotModelled unknown)
            {
                answer = Unmodelled(unknown.Message);
            }

            if (fault?.Kind == Fault.LostAnswer)
                http.Abort();
            else
                await RespondAsync(http.Response, answer, facts);
            Record(method, args, fault?.Kind == Fault.LostAnswer ? 0 : answer.Status, answer, started, fault?.Kind ?? answer.Outcome);
        }
        finally
        {
            deliveries.Send(events);
            activity.End();
        }
    }

    private ApiAnswer Call(string method, MethodFacts? facts, ApiArguments arguments, out IReadOnlyList<EventCallback> events)
    {
        events = [];
        if (arguments.Token is { } token && AppIdentity.LooksReal(token))
            return Unmodelled("This is a sandbox and the token looks like a real one. Take it out of this configuration.");
        if (UnlistedMethods.Answer(method, arguments) is { } answer)
            return answer;
        if (facts is null)
            return MissingMethod(method);
        if (CheckToken(arguments.Token, facts) is { } code)
            return ApiAnswer.Error(code);
        if (!ApiMethods.All.TryGetValue(method, out var modelled))
            return Unmodelled($"The sandbox does not model {method}.");
        if (arguments.Names.FirstOrDefault(name => facts.Arguments.ContainsKey(name) && !modelled.Arguments.Contains(name)) is { } argument)
            return Unmodelled($"The sandbox does not model the argument {argument} of {method}.");
        if (Wait(facts, arguments) is { } wait)
            return ApiAnswer.RateLimited(wait);

        var turn = workspace.Do(() =>
        {
            var call = new ApiCall(workspace, facts, arguments);
            call.RequireAnyScope();
            var fields = modelled.Handle(call);
            return ApiAnswer.Ok(fields, call.Warnings);
        });
        events = turn.Events;
        return turn.Answer;
    }

    private TimeSpan? Wait(MethodFacts facts, ApiArguments arguments) =>
        workspace.Options.IsRestrictedApp && facts.Name is "conversations.history" or "conversations.replies" ? _limits.OncePerMinute(facts.Name)
        : workspace.Options.RateLimits ? _limits.Wait(facts, arguments.Text("channel"))
        : null;

    private string? CheckToken(string? token, MethodFacts facts)
    {
        if (facts.Name == OAuthMethods.Access)
            return null;
        if (string.IsNullOrEmpty(token))
            return "not_authed";
        if (facts.Name == AppsMethods.Open)
            return token == workspace.App.AppToken ? null : workspace.Read(() => workspace.Tokens.Refusal(token, workspace.Now)) ?? "not_allowed_token_type";
        if (token == workspace.App.AppToken)
            return "not_allowed_token_type";
        return workspace.Read(() => workspace.Tokens.Refusal(token, workspace.Now))
            ?? (facts.Name.StartsWith("reminders.", StringComparison.Ordinal) ? "not_allowed_token_type" : null);
    }

    /// <summary>The sandbox checks itself: a code Slack does not document for the method must never leave it.</summary>
    internal static ApiAnswer Refused(string method, MethodFacts? facts, Refusal refusal)
    {
        var isDocumented = MethodFacts.CommonErrors.Contains(refusal.Code) || (facts?.Errors.Contains(refusal.Code) ?? false);
        return isDocumented
            ? ApiAnswer.Error(refusal.Code, refusal.More)
            : Unmodelled($"The sandbox would have answered {refusal.Code} to {method}, which Slack does not document for it.");
    }

    private static ApiAnswer MissingMethod(string method)
    {
        var family = method.Split('.')[0];
        var isKnownFamily = MethodFacts.All.Keys.Any(known => known.StartsWith($"{family}.", StringComparison.Ordinal));
        return isKnownFamily || !UnlistedFamilies.Contains(family)
            ? ApiAnswer.Error("unknown_method", new JsonObject { ["req_method"] = method })
            : Unmodelled($"The sandbox does not model {method}.");
    }

    /// <summary>Families of methods Slack has and the fact list leaves out.</summary>
    private static readonly HashSet<string> UnlistedFamilies =
        ["admin", "assistant", "dialog", "entity", "functions", "migration", "openid", "rtm", "search", "slackLists", "stars", "tooling", "workflows"];

    private static ApiAnswer? Faulty(Fault? fault) => fault?.Kind switch
    {
        null or Fault.LostAnswer => null,
        Fault.RateLimited => ApiAnswer.RateLimited(TimeSpan.FromSeconds(fault.RetryAfter)),
        Fault.Http500 => ApiAnswer.Error("internal_error") with { Status = StatusCodes.Status500InternalServerError },
        Fault.BadGateway => ApiAnswer.Plain(
            StatusCodes.Status502BadGateway, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>", Fault.BadGateway),
        var code => ApiAnswer.Error(code),
    };

    private static async Task FailAsync(HttpContext http, Fault fault)
    {
        if (fault.Kind == Fault.Timeout)
        {
            await Task.Delay(LongestHang, TimeProvider.System, http.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        http.Abort();
    }

    private static ApiAnswer Unmodelled(string sentence) =>
        ApiAnswer.Plain(StatusCodes.Status501NotImplemented, "text/plain; charset=utf-8", sentence, "not_modelled");

    private async Task RespondAsync(HttpResponse response, ApiAnswer answer, MethodFacts? facts)
    {
        response.Headers["X-Slack-Req-Id"] = $"sandbox-{Interlocked.Increment(ref _requests)}";
        response.Headers["X-OAuth-Scopes"] = string.Join(',', workspace.App.Manifest.Scopes);
        if (facts is { Scopes.Count: > 0 })
            response.Headers["X-Accepted-OAuth-Scopes"] = string.Join(',', facts.Scopes);
        if (answer.Outcome != "ok")
            response.Headers["X-Slack-Failure"] = answer.Outcome;
        await answer.WriteAsync(response);
    }

    private void Record(string method, JsonObject? args, int status, ApiAnswer? answer, long started, string outcome) =>
        journal.Add(new JournalEntry
        {
            Direction = "api",
            Method = method,
            Args = args,
            Status = status,
            Answer = answer is null || method == OAuthMethods.Access ? null : System.Text.Encoding.UTF8.GetString(answer.Body),
            LatencyMs = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds,
            Outcome = outcome,
        });
}

using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Faults;
using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.WebApi;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>Takes posts to <c>/response/…</c>. They carry no token; the address is the permission.</summary>
internal sealed class ResponseUrlEndpoint(
    SlackWorkspace workspace, EventDeliveries deliveries, FaultBook faults, Journal journal, Activity activity)
{
    private const string FaultName = "response_url";
    private readonly RateLimits _limits = new(workspace.Clock);

    public async Task HandleAsync(HttpContext http)
    {
        activity.Begin();
        var started = TimeProvider.System.GetTimestamp();
        IReadOnlyList<EventCallback> events = [];
        JsonObject? body = null;
        var fault = faults.Take(FaultName)?.Kind;
        ApiAnswer? answer = null;
        try
        {
            if (fault is not (Fault.Reset or Fault.Timeout))
            {
                body = await ReadAsync(http.Request);
                answer = fault is null or Fault.LostAnswer ? Answer(http.Request, body, out events) : Faulty(fault);
            }

            if (fault is Fault.Reset or Fault.Timeout or Fault.LostAnswer)
                http.Abort();
            else
                await answer!.WriteAsync(http.Response);
        }
        finally
        {
            journal.Add(new JournalEntry
            {
                Direction = "response_url",
                Method = http.Request.Path.Value!.Split('/')[2],
                Args = body,
                Status = fault is Fault.Reset or Fault.Timeout or Fault.LostAnswer ? 0 : answer?.Status ?? 0,
                Answer = answer is null ? null : System.Text.Encoding.UTF8.GetString(answer.Body),
                LatencyMs = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds,
                Outcome = fault ?? answer?.Outcome ?? "unreadable",
            });
            deliveries.Send(events);
            activity.End();
        }
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            return null;
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ApiAnswer Faulty(string kind) => kind switch
    {
        Fault.RateLimited => ApiAnswer.RateLimited(TimeSpan.FromSeconds(1)),
        Fault.Http500 => ApiAnswer.Error("internal_error") with { Status = StatusCodes.Status500InternalServerError },
        Fault.BadGateway => ApiAnswer.Plain(StatusCodes.Status502BadGateway, "text/html", "<h1>502 Bad Gateway</h1>", kind),
        _ => ApiAnswer.Error(kind),
    };

    private ApiAnswer Answer(HttpRequest request, JsonObject? body, out IReadOnlyList<EventCallback> events)
    {
        events = [];
        var path = request.Path.Value!;
        if (!string.IsNullOrEmpty(request.Headers.Authorization))
            return ApiAnswer.Plain(StatusCodes.Status501NotImplemented, "text/plain", "A response_url is posted to without a token.", "token_sent");
        if (body is null)
            return ApiAnswer.Plain(StatusCodes.Status501NotImplemented, "text/plain", "The sandbox models JSON objects on response_urls.", "not_modelled");
        if (workspace.Options.RateLimits && _limits.OnePerSecond(path) is { } wait)
            return ApiAnswer.RateLimited(wait);
        try
        {
            var turn = workspace.Do(() => Use(path, body));
            events = turn.Events;
            return turn.Answer;
        }
        catch (Refusal refusal)
        {
            return ApiAnswer.Error(refusal.Code, refusal.More);
        }
        catch (NotModelled unknown)
        {
            return ApiAnswer.Plain(StatusCodes.Status501NotImplemented, "text/plain", unknown.Message, "not_modelled");
        }
    }

    /// <summary>
    /// The body "Expired url" is on record; the status of an expired address and the answer to a sixth use are not, and are
    /// assumed to be the ones commonly told.
    /// </summary>
    private ApiAnswer Use(string path, JsonObject body)
    {
        if (workspace.ResponseUrls.Find(path) is not { } target || workspace.Now > target.ExpiresAt)
            return ApiAnswer.Error("Expired url") with { Status = StatusCodes.Status404NotFound };
        if (target.Uses >= ResponseUrls.MaximumUses)
            return ApiAnswer.Error("used_url") with { Status = StatusCodes.Status404NotFound };
        ResponseMessages.Apply(workspace, target, body);
        target.Uses++;
        return workspace.Options.PlainResponseUrlAnswers ? ApiAnswer.Plain(StatusCodes.Status200OK, "text/plain; charset=utf-8", "ok", "ok") : ApiAnswer.Ok([], []);
    }
}

using System.Text.Json;
using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>Events written out by hand, for what Slack does and the sandbox does not: twice under two ids, late, or in another order.</summary>
internal static class Said
{
    private static int count;

    public static Task Reaction(TestBot bot, string type, TestPerson who, string emoji, TestIncident incident, string ts, int at) => SendAsync(bot, $$"""
        {"type":"{{type}}","user":"{{who.Id}}","reaction":"{{emoji}}","item":{"type":"message","channel":"{{incident.Channel}}","ts":"{{ts}}"},"event_ts":"{{At(at)}}"}
        """);

    public static Task Pin(TestBot bot, string type, TestPerson who, TestIncident incident, string ts, int at) => SendAsync(bot, $$"""
        {"type":"{{type}}","user":"{{who.Id}}","channel_id":"{{incident.Channel}}","item":{"type":"message","channel":"{{incident.Channel}}","created":1930291200,"created_by":"{{who.Id}}","message":{"type":"message","user":"{{who.Id}}","text":"","ts":"{{ts}}"} },"event_ts":"{{At(at)}}"}
        """);

    public static Task Edit(TestBot bot, TestPerson who, TestIncident incident, string ts, string before, string text, int at) => SendAsync(bot, $$"""
        {"type":"message","subtype":"message_changed","hidden":true,"channel":"{{incident.Channel}}","channel_type":"channel","ts":"{{At(at)}}","event_ts":"{{At(at)}}",
         "message":{"type":"message","user":"{{who.Id}}","text":"{{text}}","ts":"{{ts}}","edited":{"user":"{{who.Id}}","ts":"{{At(at)[..^6]}}000000"} },
         "previous_message":{"type":"message","user":"{{who.Id}}","text":"{{before}}","ts":"{{ts}}"} }
        """);

    public static Task Deletion(TestBot bot, TestPerson who, TestIncident incident, string ts, int at) => SendAsync(bot, $$"""
        {"type":"message","subtype":"message_deleted","hidden":true,"channel":"{{incident.Channel}}","channel_type":"channel","ts":"{{At(at)}}","event_ts":"{{At(at)}}","deleted_ts":"{{ts}}",
         "previous_message":{"type":"message","user":"{{who.Id}}","text":"","ts":"{{ts}}"} }
        """);

    /// <summary>What became of each change: the entry as it stands is its last version, and nothing was skipped.</summary>
    public static async Task<IReadOnlyList<EntryChange>> ChangesAsync(TestBot bot, TestIncident incident)
    {
        var versions = await bot.Store.VersionsAsync(incident);
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.Sequence));
        foreach (var entry in await bot.Store.TimelineAsync(incident))
        {
            var own = versions.Where(version => version.Entry == entry.Number).ToList();
            Assert.Equal(Enumerable.Range(1, own.Count), own.Select(version => version.Number));
            Assert.Equal(
                (entry.Version, entry.Kind, entry.Text, entry.Happened, entry.State),
                (own[^1].Number, own[^1].Kind, own[^1].Text, own[^1].Happened, own[^1].State));
        }
        return [.. versions.Where(version => version.Entry > 1).Select(version => version.Change)];
    }

    public static async Task<IReadOnlyList<string>> MarksAsync(TestBot bot, TestIncident incident, string ts) =>
        [.. (await bot.MessagesAsync(incident.Channel)).Single(message => message.Ts == ts).Reactions
            .Select(reaction => reaction.Name).Where(name => name is "white_check_mark" or "exclamation")];

    /// <summary>What a program posts that has blocks and no text.</summary>
    /// <returns>The message's <c>ts</c>.</returns>
    public static async Task<string> ByAProgramAsync(TestBot bot, TestIncident incident, string blocks)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var body = new FormUrlEncodedContent([new("token", bot.Sandbox.BotToken), new("channel", incident.Channel), new("blocks", blocks)]);
        using var answer = await http.PostAsync(new Uri(bot.Sandbox.ApiUrl, "chat.postMessage"), body);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("ts").GetString()!;
    }

    /// <summary>That many seconds after the start, by Slack's clock.</summary>
    private static string At(int seconds) => Slack.WebApi.SlackTs.FromTime(TestBot.StartsAt.AddSeconds(seconds));

    private static async Task SendAsync(TestBot bot, string happened)
    {
        var answer = await bot.Wire.SendJsonAsync($$"""
            {"type":"event_callback","team_id":"{{bot.Sandbox.TeamId}}","api_app_id":"A0","event_id":"EvHAND{{Interlocked.Increment(ref count)}}","event_time":1930291200,"event":{{happened}} }
            """);
        Assert.Equal(200, answer.Status);
    }
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Teams;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>teams</c>: who answers for what, and how they are told.</summary>
internal static class TeamsSection
{
    /// <summary>What a menu takes (Slack docs: Select menu element).</summary>
    private const int MostTeams = 50;
    private const int MostServices = 100;
    private const string Key = "teams";

    public static TeamDirectory Read(ConfigSection root, IReadOnlyDictionary<string, BusinessDays> calendars)
    {
        var teams = new List<KnownTeam>();
        var words = new Dictionary<string, Team>();
        var owners = new Dictionary<string, string>();
        foreach (var item in root.Items(Key))
        {
            var team = Team(item);
            if (TeamDirectory.Understood(team).FirstOrDefault(word => !words.TryAdd(word, team)) is { } taken)
                item.Wrong("key", $"\"{taken}\" already means the team {words[taken].Name}; each word can mean one.");
            var calendar = item.Optional("calendar", key => calendars.GetValueOrDefault(SettingWords.Key(key)) ?? throw new BadSettingException(CalendarsSection.NoSuch(key, calendars.Keys)), null);
            teams.Add(new KnownTeam(team) { Calendar = calendar, Services = [.. item.Items("services").Select(service => Service(service, team, owners))] });
        }
        if (teams.Count > MostTeams)
            root.Wrong(Key, $"at most {MostTeams} teams; more do not fit a menu.");
        if (teams.Sum(team => team.Services.Count) > MostServices)
            root.Wrong(Key, $"at most {MostServices} services of all teams together; more do not fit a menu.");
        return new TeamDirectory(teams);
    }

    private static Team Team(ConfigSection item)
    {
        var key = item.Required("key", SettingWords.Key, "");
        return new Team(key, item.Optional("name", SettingWords.Name, key))
        {
            Group = item.Optional("group", SettingWords.GroupId, "") is { Length: > 0 } group ? group : null,
            Channel = item.Optional("channel", SettingWords.ChannelId, "") is { Length: > 0 } channel ? new ChannelId(channel) : null,
            Lead = item.Optional("lead", SettingWords.PersonId, "") is { Length: > 0 } lead ? new UserId(lead) : null,
        };
    }

    private static KnownService Service(ConfigSection item, Team team, Dictionary<string, string> owners)
    {
        var key = item.Required("key", SettingWords.Key, "");
        var service = new KnownService(new Service(key, item.Optional("name", SettingWords.Name, key))) { Words = item.Several("words", SettingWords.Name) };
        if (TeamDirectory.Understood(service).FirstOrDefault(word => !owners.TryAdd(word, team.Name)) is { } taken)
            item.Wrong("key", $"\"{taken}\" already means a service of {owners[taken]}; a service has one owner, and each word means one.");
        return service;
    }
}

using System.Text.Json.Nodes;
using IncidentBot.Messaging;
using IncidentBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Conventions;

public sealed class ManifestTests
{
    [Fact]
    public void The_committed_manifest_is_the_one_the_code_writes() =>
        Assert.Equal(AppManifest.Yaml(), Repository.Read("manifest/slack.manifest.yaml"));

    [Fact]
    public void The_reference_page_is_the_one_the_code_writes() =>
        Assert.Equal(ReferenceCommand.Page(), Repository.Read("src/IncidentBot/REFERENCE.md"));

    [Fact]
    public void Slack_accepts_the_manifest() => Assert.Empty(ManifestRules.Broken(Manifest()));

    [Fact]
    public void The_manifest_for_socket_mode_differs_by_its_switch_and_has_no_address()
    {
        var manifest = (JsonObject)JsonNode.Parse(AppManifest.Json(socketMode: true))!;

        Assert.Empty(ManifestRules.Broken(manifest));
        Assert.True((bool)manifest["settings"]!["socket_mode_enabled"]!);
        Assert.DoesNotContain("http", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(Texts(Manifest()["settings"]!["event_subscriptions"]!["bot_events"]!), Texts(manifest["settings"]!["event_subscriptions"]!["bot_events"]!));
    }

    [Fact]
    public void The_workspace_on_its_own_offers_all_this_bots_manifest_lists()
    {
        var (ours, alone) = (SandboxManifest.FromJson(AppManifest.Json()), SandboxCommand.ManifestAlone(socketMode: true, tokenRotation: true));

        Assert.Equal(ours.Commands, alone.Commands);
        Assert.Equal(["add_as_task", "add_to_timeline", "declare_from_message", "declare_incident"], alone.Shortcuts.Select(shortcut => shortcut.CallbackId));
        Assert.Superset(ours.BotEvents.ToHashSet(), alone.BotEvents.ToHashSet());
        Assert.Superset(ours.Scopes.Union(SandboxManifest.Example.Scopes).ToHashSet(), alone.Scopes.ToHashSet());
        Assert.True(alone is { SocketMode: true, TokenRotation: true });
    }

    [Theory]
    [InlineData("display_information.name", "A name of more than thirty-five letters")]
    [InlineData("features.slash_commands.0.command", "incident")]
    [InlineData("features.shortcuts.0.name", "A name of twenty-five chars")]
    [InlineData("features.shortcuts.0.type", "channel")]
    [InlineData("settings.event_subscriptions.request_url", "http://example.com/")]
    [InlineData("settings.unheard_of", "x")]
    [InlineData("unheard_of", "x")]
    public void A_manifest_slack_would_refuse_is_seen(string path, string value)
    {
        var manifest = Manifest();
        var parts = path.Split('.');
        JsonNode at = manifest;
        foreach (var part in parts[..^1])
            at = at is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!;
        at[parts[^1]] = value;

        Assert.Single(ManifestRules.Broken(manifest));
    }

    [Fact]
    public void Every_event_handler_has_its_event_and_the_scope_it_takes() => Assert.Empty(Missing(Manifest(), Handled()));

    [Fact]
    public void A_handler_without_its_event_or_scope_is_seen()
    {
        var manifest = Manifest();
        manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().RemoveAll(scope => (string)scope! == "reactions:read");

        Assert.Contains("reaction_added takes reactions:read.", Missing(manifest, Handled()));
        Assert.Contains("team_join is not subscribed to.", Missing(manifest, [.. Handled(), "team_join"]));
        Assert.Contains("unheard_of: say which scope it takes.", Missing(manifest, ["unheard_of"]));
    }

    private static JsonObject Manifest() => (JsonObject)JsonNode.Parse(AppManifest.Json())!;

    private static IReadOnlyList<string> Handled()
    {
        using var services = new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider();
        return [.. services.GetServices<IEventHandler>().SelectMany(handler => handler.Subscriptions).Distinct()];
    }

    private static List<string> Missing(JsonObject manifest, IReadOnlyList<string> handled)
    {
        var events = Texts(manifest["settings"]!["event_subscriptions"]!["bot_events"]!);
        var scopes = Texts(manifest["oauth_config"]!["scopes"]!["bot"]!);
        return
        [
            .. handled.Where(name => !events.Contains(name)).Select(name => $"{name} is not subscribed to."),
            .. handled.Where(name => !ManifestRules.ScopeOf.ContainsKey(name)).Select(name => $"{name}: say which scope it takes."),
            .. handled.Where(name => ManifestRules.ScopeOf.TryGetValue(name, out var scope) && scope.Length > 0 && !scopes.Contains(scope))
                .Select(name => $"{name} takes {ManifestRules.ScopeOf[name]}."),
        ];
    }

    private static List<string> Texts(JsonNode list) => [.. list.AsArray().Select(text => (string)text!)];
}

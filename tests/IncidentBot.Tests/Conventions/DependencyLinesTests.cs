using System.Reflection;
using IncidentBot.Domain.Incidents;
using IncidentBot.Sandbox;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Tests.Conventions;

public sealed class DependencyLinesTests
{
    private static readonly DependencyLines Lines = DependencyLines.Written();

    [Fact]
    public void No_folder_of_the_bot_knows_one_it_must_not_know() =>
        Assert.Empty(Lines.Crossed(Repository.Sources("src/IncidentBot")));

    [Fact]
    public void No_folder_may_know_one_it_does_not_know() =>
        Assert.Empty(Lines.Unused(Repository.Sources("src/IncidentBot")));

    [Fact]
    public void A_permission_nobody_uses_is_seen_and_words_in_lower_case_only_say_why()
    {
        var lines = new DependencyLines("### Who may know whom\n```\nWording\nRoles   Wording, to be kind Web\nWeb     Roles\n```\n", ["BotHost"]);

        Assert.Equal(["Roles need not know Web.", "Web need not know Roles."], lines.Unused([new SourceFile("src/IncidentBot/Roles/X.cs", "using IncidentBot.Wording;")]));
    }

    [Theory]
    [InlineData("Messaging/X.cs", "using IncidentBot.Incidents;", "Messaging knows Incidents.")]
    [InlineData("Storage/X.cs", "using IncidentBot.Messaging;", "Storage knows Messaging.")]
    [InlineData("Wording/X.cs", "using static IncidentBot.Storage.X;", "Wording knows Storage.")]
    [InlineData("Roles/X.cs", "class X { object Y => Web.Health.Z; }", "Roles knows Web.")]
    [InlineData("Timeline/X.cs", "class X { object Y => new IncidentBot.Scheduling.Z(); }", "Timeline knows Scheduling.")]
    [InlineData("Messaging/X.cs", "class X { object Y = typeof(Delivery.Z); }", "Messaging knows Delivery.")]
    [InlineData("Web/X.cs", "class X { object Y => BotHost.Z; }", "Web knows BotHost.")]
    [InlineData("Web/X.cs", "class X { object Y => DeadCommand.Z; }", "Web knows DeadCommand.")]
    [InlineData("Storage/X.cs", "using IncidentBot.Home;", "Storage knows Home.")]
    [InlineData("Incidents/X.cs", "using IncidentBot.Sandbox;", "Incidents knows Sandbox.")]
    [InlineData("Payments/X.cs", "", "Payments is a new folder")]
    [InlineData("BotHost.cs", "using IncidentBot.Sandbox;", "knows the sandbox.")]
    public void Such_a_line_is_seen(string path, string code, string sentence) =>
        Assert.Contains(sentence, Assert.Single(Lines.Crossed([new SourceFile($"src/IncidentBot/{path}", code)])), StringComparison.Ordinal);

    [Theory]
    [InlineData("Messaging/X.cs", "// using IncidentBot.Web;\nclass X { string Y = \"Web.Health\"; object Z => db.Timeline.Where(x); }")]
    [InlineData("Roles/X.cs", "using IncidentBot.Domain.Timeline; using IncidentBot.Messaging; class X { object Y => Domain.Incidents.Z.W; }")]
    public void What_only_looks_like_one_is_not(string path, string code) =>
        Assert.Empty(Lines.Crossed([new SourceFile($"src/IncidentBot/{path}", code)]));

    [Fact]
    public void Domain_and_slack_reference_nothing_of_ours_and_the_sandbox_only_slacks_words()
    {
        Assert.Empty(Ours(typeof(Incident).Assembly));
        Assert.Empty(Ours(typeof(SlackRequest).Assembly));
        Assert.Equal(["IncidentBot.Slack"], Ours(typeof(SandboxServer).Assembly));
        Assert.Contains("IncidentBot.Domain", Ours(typeof(BotHost).Assembly));
    }

    private static IEnumerable<string> Ours(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("IncidentBot", StringComparison.Ordinal));
}

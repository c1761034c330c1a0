using System.Text;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Incidents;

/// <summary>The whole lifecycle on one page. Where it changes on purpose, the page printed by the failure becomes the file.</summary>
public sealed class LifecycleMatrixTests
{
    private static readonly IReadOnlyList<IncidentStatus> Statuses = Some.Statuses;

    [Fact]
    public void Every_step_from_every_state_is_as_written_down()
    {
        var written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Incidents", "LifecycleMatrix.txt")).ReplaceLineEndings("\n");
        var actual = Matrix();
        Assert.True(written == actual, $"The lifecycle is not as written in Incidents/LifecycleMatrix.txt. It is now:\n\n{actual}");
    }

    private static string Matrix()
    {
        var page = new StringBuilder();
        foreach (var from in Statuses)
        {
            var incident = Some.Incident(from);
            if (page.Length > 0)
                page.Append('\n');
            foreach (var to in Statuses)
                Line($"{from,-13} -> {to,-13}", IncidentLifecycle.MoveTo(incident, to, Some.Policy, Some.Ben, Some.Now));
            Line($"{from,-13} reopened        ", IncidentLifecycle.Reopen(incident, IncidentStatus.Investigating, Some.Ben, Some.Now));
        }
        return page.ToString();

        void Line(string step, Decision decision) => page.Append(step).Append("  ").Append(Outcome(decision)).Append('\n');
    }

    private static string Outcome(Decision decision) => decision switch
    {
        Decision.Refused refused => $"no: {refused.Why.GetType().Name}",
        Decision.Accepted accepted => $"{string.Join(", ", accepted.Events.Select(e => e.GetType().Name))} => {Standing(accepted.After)}",
        _ => throw new InvalidOperationException(),
    };

    private static string Standing(Incident incident)
    {
        var words = new List<string> { incident.Status.ToString() };
        if (incident.ResolvedAt is not null)
            words.Add("resolved at");
        if (incident.ClosedAt is not null)
            words.Add("closed at");
        if (incident.Review is { IsOwed: true })
            words.Add("review owed");
        return string.Join(" + ", words);
    }
}

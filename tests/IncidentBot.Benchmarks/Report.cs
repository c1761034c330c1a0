using System.Globalization;

namespace IncidentBot.Benchmarks;

/// <summary>The table that goes into the README.</summary>
internal static class Report
{
    private const double Mega = 1024 * 1024;

    public static string Of(Plan plan, IReadOnlyList<Round> rounds, Memory before, Memory peak, Memory after)
    {
        return string.Create(CultureInfo.InvariantCulture, $"""
        Medians of {plan.Rounds} rounds, {plan.Requests:N0} requests each, {plan.Connections} connections, {Environment.ProcessorCount} cores, .NET {Environment.Version}, SQLite {Storage.SqliteRuntime.Library}

        | | acknowledged/s | p50 ms | p99 ms | CPU µs each |
        |---|---:|---:|---:|---:|
        | r1: signature only | {Median(r => r.Bare.PerSecond):N0} | {Median(r => r.Bare.Load.P50Milliseconds):F2} | {Median(r => r.Bare.Load.P99Milliseconds):F2} | {Median(r => r.Bare.MicrosecondsEach):F0} |
        | r2: signature and disk | {Median(r => r.Durable.PerSecond):N0} | {Median(r => r.Durable.Load.P50Milliseconds):F2} | {Median(r => r.Durable.Load.P99Milliseconds):F2} | {Median(r => r.Durable.MicrosecondsEach):F0} |
        | the bot | {Median(r => r.Bot.Acknowledged.PerSecond):N0} | {Median(r => r.Bot.Acknowledged.Load.P50Milliseconds):F2} | {Median(r => r.Bot.Acknowledged.Load.P99Milliseconds):F2} | {Median(r => r.Bot.Acknowledged.MicrosecondsEach):F0} |

        | | median | lowest | highest | aim |
        |---|---:|---:|---:|---:|
        | (a) the bot / r2 | {Spread(r => r.OfDurable, "F2")} | ≥ 0.70 |
        | (b) applied/s, first request to last row | {Spread(r => r.Bot.AppliedPerSecond, "N0")} | ≥ 3,000 |
        | sent/s, first request to last send | {Spread(r => r.Bot.SentPerSecond, "N0")} | |
        | ready backlog, applied/s | {Spread(r => r.Backlog.AppliedPerSecond, "N0")} | |
        | ready backlog, sent/s | {Spread(r => r.Backlog.SentPerSecond, "N0")} | |

        | memory, MiB | before | peak | after |
        |---|---:|---:|---:|
        | working set | {before.WorkingSet / Mega:F0} | {peak.WorkingSet / Mega:F0} | {after.WorkingSet / Mega:F0} |
        | managed heap | {before.Heap / Mega:F0} | {peak.Heap / Mega:F0} | {after.Heap / Mega:F0} |

        """);

        double Median(Func<Round, double> figure) => Sorted(figure)[rounds.Count / 2];

        string Spread(Func<Round, double> figure, string format)
        {
            var sorted = Sorted(figure);
            double[] shown = [sorted[sorted.Length / 2], sorted[0], sorted[^1]];
            return string.Join(" | ", shown.Select(value => value.ToString(format, CultureInfo.InvariantCulture)));
        }

        double[] Sorted(Func<Round, double> figure) => [.. rounds.Select(figure).Order()];
    }
}

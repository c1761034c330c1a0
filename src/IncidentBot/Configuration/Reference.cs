using System.Text;
using IncidentBot.Wording;

namespace IncidentBot.Configuration;

/// <summary>The reference page of settings and commands, written from the code. A test keeps the committed page alike.</summary>
internal static class Reference
{
    public static string Write(IEnumerable<Setting> settings, IEnumerable<Usage> usages)
    {
        var page = new StringBuilder();
        page.Append("# Reference\n\nWritten by `dotnet run --project src/IncidentBot -- reference`; a test keeps it true.\n\n## Settings\n\n");
        page.Append("Set in the environment, or on the command line as `--NAME value`.\n\n| setting | default | meaning |\n|---|---|---|\n");
        foreach (var setting in settings)
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{setting.Name}` | {Default(setting)} | {setting.Meaning} |\n");
        page.Append("\n## Commands\n\n");
        page.Append("`<…>` is yours to fill in, `[…]` may be left out, `|` separates choices. Commands for an incident work in its channel, or anywhere with its number in front: `/incident #12 sev 1`.\n\n");
        page.Append("| command | where | what it does | also |\n|---|---|---|---|\n");
        foreach (var usage in usages.Where(usage => !usage.Hidden))
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{usage.Line.Replace("|", "\\|", StringComparison.Ordinal)}` | {Where(usage)} | {usage.Summary} | {(usage.AlsoSpelled is { } other ? $"`{other}`" : "")} |\n");
        return page.ToString();
    }

    private static string Default(Setting setting) => setting.Required ? "*required*" : setting.Default.Length == 0 ? "" : $"`{setting.Default}`";

    private static string Where(Usage usage) => usage.Where == Wording.Where.Anywhere ? "anywhere" : "an incident";
}

using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Cuts Markdown into sections, and says what Slack cannot draw.</summary>
internal static partial class CanvasMarkdown
{
    /// <summary>Headings, and what blank lines divide.</summary>
    public static IEnumerable<(string Type, string Text)> Sections(string markdown)
    {
        var gathered = new List<string>();
        foreach (var line in markdown.Split('\n'))
        {
            var heading = Heading().Match(line);
            if ((heading.Success || line.Trim().Length == 0) && gathered.Count > 0)
            {
                yield return ("text", string.Join('\n', gathered));
                gathered.Clear();
            }

            if (heading.Success)
                yield return ($"h{heading.Groups[1].Length}", line);
            else if (line.Trim().Length > 0)
                gathered.Add(line);
        }

        if (gathered.Count > 0)
            yield return ("text", string.Join('\n', gathered));
    }

    /// <summary>
    /// What is wrong, in Slack's words as far as they are known: a bulleted list within a numbered one (live tests see
    /// "Unsupported list type"), a list within a quote. Null when all can be drawn.
    /// </summary>
    public static string? Complaint(string markdown)
    {
        var numbered = new Stack<int>();
        var number = 0;
        foreach (var line in markdown.Split('\n'))
        {
            number++;
            if (QuotedList().IsMatch(line))
                return $"'content' error: line {number}: Unsupported block type (List) within block quote";
            var item = ListItem().Match(line);
            if (!item.Success)
            {
                if (line.Trim().Length > 0 && line[0] != ' ')
                    numbered.Clear();
                continue;
            }

            var indent = item.Groups["indent"].Length;
            while (numbered.TryPeek(out var outer) && outer >= indent)
                numbered.Pop();
            if (item.Groups["number"].Success)
                numbered.Push(indent);
            else if (numbered.Count > 0)
                return $"'content' error: line {number}: Unsupported list type (unordered) within ordered list";
        }

        return null;
    }

    [GeneratedRegex("^(#{1,3}) +\\S")]
    private static partial Regex Heading();

    [GeneratedRegex("^(?<indent> *)(?:(?<number>\\d+[.)])|[-*+]) ")]
    private static partial Regex ListItem();

    [GeneratedRegex("^ *> *(?:[-*+]|\\d+[.)]) ")]
    private static partial Regex QuotedList();
}

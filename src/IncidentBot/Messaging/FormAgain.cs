using System.Globalization;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary><c>formagain 42</c>, typed by <i>Open the form in #1</i>: the form that request 42 sent opens with what was written then; what it remembers is said anew.</summary>
internal sealed class FormAgain(IEnumerable<IForm> forms) : ISubcommand
{
    public const string Word = "formagain";

    public Usage Usage => new(Word, "<request>", Unspoken("Open the form again with what was written"), Where.Anywhere) { Hidden = true };

    public static string Line(long request, string remembered) => string.Create(CultureInfo.InvariantCulture, $"{Word} {request} {remembered}");

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (number, remembered) = CommandLine.SplitFirst(line.Rest);
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var request)
            || await turn.RequestAsync(request, ct) is not ({ } asked, _)
            || asked is not ViewSubmission { View: var sent }
            || forms.SingleOrDefault(form => form.CallbackId == sent.CallbackId) is not { } form)
            turn.Refuse(MessageContent.Plain(Speak("I do not have your words any more. Please write them again.")), "gone");
        else if (await form.MayOpenAsync(remembered, turn, ct))
            turn.OpenForm(form.CallbackId, remembered, request);
    }
}

/// <summary>A form that begins with what somebody wrote into it before.</summary>
internal static class AnsweredBefore
{
    /// <summary>What cannot be chosen any more begins as the form has it.</summary>
    public static IReadOnlyList<Block> In(IReadOnlyList<Block> blocks, ViewState before) =>
        [.. blocks.Select(block => block is InputBlock { BlockId: { } id } input ? input with { Element = Begun(input.Element, id, before) } : block)];

    private static BlockElement Begun(BlockElement element, string block, ViewState before)
    {
        if (element.ActionId is not { } action || before.GetValue(block, action) is not { } said)
            return element;
        return element switch
        {
            PlainTextInput text => text with { InitialValue = said.Value is { Length: > 0 } words ? words : null },
            UserSelectMenu person => person with { InitialUser = said.SelectedUser },
            StaticSelectMenu menu => menu with { InitialOption = menu.Options.FirstOrDefault(option => option.Value == said.SelectedOption?.Value) ?? menu.InitialOption },
            RadioButtonGroup group => group with { InitialOption = group.Options.FirstOrDefault(option => option.Value == said.SelectedOption?.Value) ?? group.InitialOption },
            CheckboxGroup group => group with { InitialOptions = group.Options.Where(option => said.SelectedOptions.Any(chosen => chosen.Value == option.Value)).ToList() is { Count: > 0 } ticked ? ticked : null },
            _ => element,
        };
    }
}

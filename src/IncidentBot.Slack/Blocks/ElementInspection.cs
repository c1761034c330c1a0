using static IncidentBot.Slack.Blocks.BlockLimits;

namespace IncidentBot.Slack.Blocks;

/// <summary>Looks at buttons, menus and inputs.</summary>
internal sealed class ElementInspection(ViolationList found)
{
    public void One(BlockElement element, string at)
    {
        found.Length($"{at}/action_id", element.ActionId, 1, ActionIdMax);
        switch (element)
        {
            case Button button:
                found.Text($"{at}/text", button.Text, ButtonTextMax);
                found.Length($"{at}/value", button.Value, 0, ButtonValueMax);
                found.Length($"{at}/url", button.Url, 1, ButtonUrlMax);
                Confirmation(button.Confirm, at);
                break;
            case StaticSelectMenu menu:
                Options(menu.Options, at, SelectOptionsMax, markup: false);
                Initial(menu.InitialOption, menu.Options, $"{at}/initial_option");
                found.Text($"{at}/placeholder", menu.Placeholder, PlaceholderMax);
                Confirmation(menu.Confirm, at);
                break;
            case UserSelectMenu menu:
                found.Text($"{at}/placeholder", menu.Placeholder, PlaceholderMax);
                Confirmation(menu.Confirm, at);
                break;
            case MultiUserSelectMenu menu:
                found.Text($"{at}/placeholder", menu.Placeholder, PlaceholderMax);
                found.Range($"{at}/max_selected_items", menu.MaxSelectedItems, 1, int.MaxValue);
                if (menu.InitialUsers?.Count > (menu.MaxSelectedItems ?? int.MaxValue)) found.Add($"{at}/initial_users", "are more than max_selected_items");
                break;
            case OverflowMenu menu:
                Options(menu.Options, at, OverflowOptionsMax, markup: false);
                Confirmation(menu.Confirm, at);
                break;
            case CheckboxGroup group:
                Options(group.Options, at, CheckboxOptionsMax, markup: true);
                for (var i = 0; i < (group.InitialOptions?.Count ?? 0); i++)
                    Initial(group.InitialOptions![i], group.Options, $"{at}/initial_options/{i}");
                break;
            case RadioButtonGroup group:
                Options(group.Options, at, RadioOptionsMax, markup: true);
                Initial(group.InitialOption, group.Options, $"{at}/initial_option");
                break;
            case PlainTextInput input:
                Input(input, at);
                break;
        }
    }

    private void Input(PlainTextInput input, string at)
    {
        found.Range($"{at}/min_length", input.MinLength, 0, PlainTextInputMax);
        found.Range($"{at}/max_length", input.MaxLength, 1, PlainTextInputMax);
        if (input.MinLength > input.MaxLength) found.Add($"{at}/min_length", "is above max_length");
        found.Length($"{at}/initial_value", input.InitialValue, 0, Math.Min(input.MaxLength ?? PlainTextInputMax, PlainTextInputMax));
        found.Text($"{at}/placeholder", input.Placeholder, PlaceholderMax);
    }

    private void Options(IReadOnlyList<Option> options, string at, int max, bool markup)
    {
        found.Count($"{at}/options", options.Count, 1, max);
        for (var i = 0; i < options.Count; i++)
        {
            var option = $"{at}/options/{i}";
            found.Text($"{option}/text", options[i].Text, OptionTextMax);
            found.Length($"{option}/value", options[i].Value, 1, OptionValueMax);
            found.Text($"{option}/description", options[i].Description, OptionDescriptionMax);
            if (!markup && options[i].Text is Markdown) found.Add($"{option}/text", "is markup, but menus show plain text only");
        }
    }

    private void Initial(Option? initial, IReadOnlyList<Option> options, string at)
    {
        if (initial is not null && !options.Contains(initial)) found.Add(at, "is not one of the options");
    }

    private void Confirmation(ConfirmationDialog? confirm, string at)
    {
        if (confirm is null) return;
        found.Text($"{at}/confirm/title", confirm.Title, ConfirmTitleMax);
        found.Text($"{at}/confirm/text", confirm.Text, ConfirmTextMax);
        found.Text($"{at}/confirm/confirm", confirm.Confirm, ConfirmButtonMax);
        found.Text($"{at}/confirm/deny", confirm.Deny, ConfirmButtonMax);
    }
}

namespace IncidentBot.Slack.Blocks;

/// <summary>
/// What Slack refuses, checked before it is sent. Lengths are characters of the text as it is sent, counted in UTF-16 units:
/// the strictest of the ways Slack may count. Slack docs: Block Kit reference; Views; chat.postMessage; chat.update.
/// </summary>
public static class BlockLimits
{
    /// <summary>Blocks in a message.</summary>
    public const int BlocksPerMessage = 50;

    /// <summary>Blocks in a modal.</summary>
    public const int BlocksPerModal = 100;

    /// <summary>Blocks in a Home.</summary>
    public const int BlocksPerHome = 100;

    /// <summary>Bytes of a view's JSON in UTF-8.</summary>
    public const int ViewBytesMax = 250_000;

    /// <summary>Characters of a message's text beyond which reading suffers.</summary>
    public const int MessageTextRecommended = 4000;

    /// <summary>Characters of a message's text that Slack keeps; the rest is cut off silently.</summary>
    public const int MessageTextKept = 40_000;

    /// <summary>Characters of an updated message's text.</summary>
    public const int UpdateTextMax = 4000;

    /// <summary>Characters of a modal's title.</summary>
    public const int ViewTitleMax = 24;

    /// <summary>Characters of a modal's submitting button.</summary>
    public const int ViewSubmitMax = 24;

    /// <summary>Characters of a modal's cancelling button.</summary>
    public const int ViewCloseMax = 24;

    /// <summary>Characters of a view's private metadata.</summary>
    public const int PrivateMetadataMax = 3000;

    /// <summary>Characters of a view's callback id.</summary>
    public const int CallbackIdMax = 255;

    /// <summary>Characters of a block id.</summary>
    public const int BlockIdMax = 255;

    /// <summary>Characters of an action id.</summary>
    public const int ActionIdMax = 255;

    /// <summary>Characters of any text object, a section's text included.</summary>
    public const int TextMax = 3000;

    /// <summary>Fields of a section.</summary>
    public const int SectionFieldsMax = 10;

    /// <summary>Characters of a section's field.</summary>
    public const int SectionFieldTextMax = 2000;

    /// <summary>Characters of a header.</summary>
    public const int HeaderTextMax = 150;

    /// <summary>Elements of a context block.</summary>
    public const int ContextElementsMax = 10;

    /// <summary>Elements of an actions block.</summary>
    public const int ActionsElementsMax = 25;

    /// <summary>Characters of an input's label.</summary>
    public const int InputLabelMax = 2000;

    /// <summary>Characters of an input's hint.</summary>
    public const int InputHintMax = 2000;

    /// <summary>Characters of a button's text.</summary>
    public const int ButtonTextMax = 75;

    /// <summary>Characters of a button's value.</summary>
    public const int ButtonValueMax = 2000;

    /// <summary>Characters of a button's address.</summary>
    public const int ButtonUrlMax = 3000;

    /// <summary>Characters of an option's text.</summary>
    public const int OptionTextMax = 75;

    /// <summary>Characters of an option's value.</summary>
    public const int OptionValueMax = 150;

    /// <summary>Characters of an option's description.</summary>
    public const int OptionDescriptionMax = 75;

    /// <summary>Options of a select menu.</summary>
    public const int SelectOptionsMax = 100;

    /// <summary>Options of an overflow menu.</summary>
    public const int OverflowOptionsMax = 5;

    /// <summary>Options of a radio button group.</summary>
    public const int RadioOptionsMax = 10;

    /// <summary>Options of a checkbox group.</summary>
    public const int CheckboxOptionsMax = 10;

    /// <summary>Characters of a placeholder.</summary>
    public const int PlaceholderMax = 150;

    /// <summary>Characters a plain-text input takes.</summary>
    public const int PlainTextInputMax = 3000;

    /// <summary>Characters of a confirmation's title.</summary>
    public const int ConfirmTitleMax = 100;

    /// <summary>Characters of a confirmation's question.</summary>
    public const int ConfirmTextMax = 300;

    /// <summary>Characters of each of a confirmation's buttons.</summary>
    public const int ConfirmButtonMax = 30;

    /// <summary>Characters of a channel's name.</summary>
    public const int ConversationNameMax = 80;

    /// <summary>Characters of a channel's topic.</summary>
    public const int ConversationTopicMax = 250;

    /// <summary>Characters of a channel's purpose.</summary>
    public const int ConversationPurposeMax = 250;

    /// <summary>One sentence, with a JSON pointer, for everything Slack would refuse in a message's blocks; empty when all is well.</summary>
    public static IReadOnlyList<string> Violations(IReadOnlyList<Block> blocks)
    {
        var found = new ViolationList();
        new BlockInspection(found).Blocks(blocks, "/blocks", BlocksPerMessage);
        return found.Sentences;
    }

    /// <summary>One sentence, with a JSON pointer, for everything Slack would refuse in a modal; empty when all is well.</summary>
    public static IReadOnlyList<string> Violations(ModalViewDefinition view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var found = new ViolationList();
        found.Text("/view/title", view.Title, ViewTitleMax);
        found.Text("/view/submit", view.Submit, ViewSubmitMax);
        found.Text("/view/close", view.Close, ViewCloseMax);
        if (view.Submit is null && view.Blocks.Any(block => block is InputBlock))
            found.Add("/view/submit", "is missing, and a modal with inputs needs it");
        View(found, view, BlocksPerModal);
        return found.Sentences;
    }

    /// <summary>One sentence, with a JSON pointer, for everything Slack would refuse in a Home; empty when all is well.</summary>
    public static IReadOnlyList<string> Violations(HomeViewDefinition view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var found = new ViolationList();
        View(found, view, BlocksPerHome);
        return found.Sentences;
    }

    private static void View(ViolationList found, ViewDefinition view, int maxBlocks)
    {
        found.Length("/view/private_metadata", view.PrivateMetadata, 0, PrivateMetadataMax);
        found.Length("/view/callback_id", view.CallbackId, 0, CallbackIdMax);
        new BlockInspection(found).Blocks(view.Blocks, "/view/blocks", maxBlocks);
        var bytes = SlackJson.SerializeToUtf8Bytes(view).Length;
        if (bytes > ViewBytesMax) found.Add("/view", $"takes {bytes} bytes, at most {ViewBytesMax} are allowed");
    }
}

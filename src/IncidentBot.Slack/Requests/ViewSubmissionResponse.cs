using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Requests;

/// <summary>
/// What to answer a <see cref="ViewSubmission"/> with, as JSON in the response; an empty 200 just closes the view.
/// Slack docs: Modals, response_action.
/// </summary>
public abstract record ViewSubmissionResponse
{
    /// <summary>Slack's word for the answer.</summary>
    public abstract string ResponseAction { get; }
}

/// <summary>The view stays open and shows what is wrong.</summary>
/// <param name="Errors">A sentence per block id; every key must be the block id of an input, or Slack shows a general failure.</param>
public sealed record ViewErrorsResponse(IReadOnlyDictionary<string, string> Errors) : ViewSubmissionResponse
{
    /// <inheritdoc/>
    public override string ResponseAction => "errors";
}

/// <summary>The view is replaced by another.</summary>
/// <param name="View">The new view.</param>
public sealed record UpdateViewResponse(ModalViewDefinition View) : ViewSubmissionResponse
{
    /// <inheritdoc/>
    public override string ResponseAction => "update";
}

/// <summary>The whole stack of views closes.</summary>
public sealed record ClearViewsResponse : ViewSubmissionResponse
{
    /// <inheritdoc/>
    public override string ResponseAction => "clear";
}

/// <summary>What to answer a <see cref="BlockOptionsRequest"/> with. Slack docs: external select, at most 100 options.</summary>
/// <param name="Options">The options to show.</param>
public sealed record BlockOptionsResponse(IReadOnlyList<Option> Options);

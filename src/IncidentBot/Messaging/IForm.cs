using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Messaging;

/// <summary>A form: how it looks, what is wrong with an answer, and what a good answer does.</summary>
internal interface IForm
{
    string CallbackId { get; }

    /// <summary>
    /// Whether whoever asks may do what it is for; where not, they were told who can. Asked wherever a form is opened without a command line
    /// that was judged already, so that nobody fills in what they may not send.
    /// </summary>
    Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct);

    /// <summary>The view. May read, may not change.</summary>
    Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct);

    /// <summary>Field errors by block id, told while the form is still open; empty when there are none.</summary>
    IReadOnlyDictionary<string, string> Check(ViewState state);

    Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct);
}

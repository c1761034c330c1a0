using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>views.*</c> methods.</summary>
public interface IViewsApi
{
    /// <summary>Opens a modal, within 3 seconds of the trigger and once per trigger. Slack docs: views.open.</summary>
    Task<ViewInfo> Open(string triggerId, ModalViewDefinition view, CancellationToken cancellationToken = default);

    /// <summary>Replaces an open view; with a hash only if it is still that version. Slack docs: views.update.</summary>
    Task<ViewInfo> UpdateByViewId(
        ModalViewDefinition view, string viewId, string? hash = null, CancellationToken cancellationToken = default);

    /// <summary>Sets one person's Home; with a hash only if it is still that version. Slack docs: views.publish.</summary>
    Task<ViewInfo> Publish(
        string userId, HomeViewDefinition viewDefinition, string? hash = null, CancellationToken cancellationToken = default);
}

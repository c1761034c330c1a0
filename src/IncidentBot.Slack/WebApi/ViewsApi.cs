using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

internal sealed class ViewsApi(WebApiCaller slack) : IViewsApi
{
    private static readonly WebMethod OpenMethod = WebMethod.Write("views.open");
    private static readonly WebMethod UpdateMethod = WebMethod.Write("views.update");
    private static readonly WebMethod PublishMethod = WebMethod.Write("views.publish");

    public Task<ViewInfo> Open(string triggerId, ModalViewDefinition view, CancellationToken cancellationToken) =>
        Send(OpenMethod, new Args().Add("trigger_id", triggerId).AddObject("view", view), cancellationToken);

    public Task<ViewInfo> UpdateByViewId(
        ModalViewDefinition view, string viewId, string? hash, CancellationToken cancellationToken) =>
        Send(UpdateMethod, new Args().Add("view_id", viewId).Add("hash", hash).AddObject("view", view), cancellationToken);

    public Task<ViewInfo> Publish(
        string userId, HomeViewDefinition viewDefinition, string? hash, CancellationToken cancellationToken) =>
        Send(PublishMethod, new Args().Add("user_id", userId).Add("hash", hash).AddObject("view", viewDefinition), cancellationToken);

    private async Task<ViewInfo> Send(WebMethod method, Args args, CancellationToken cancellationToken) =>
        (await slack.Call<ViewAnswer>(method, args, cancellationToken)).View;

    private sealed record ViewAnswer
    {
        public required ViewInfo View { get; init; }
    }
}

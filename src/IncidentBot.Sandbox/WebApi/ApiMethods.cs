namespace IncidentBot.Sandbox.WebApi;

/// <summary>All methods the sandbox models, by name.</summary>
internal static class ApiMethods
{
    public static IReadOnlyDictionary<string, ApiMethod> All { get; } = new[]
    {
        AppsMethods.All,
        AuthMethods.All,
        ChatMethods.All,
        EphemeralMethods.All,
        SchedulingMethods.All,
        ConversationMethods.All,
        ConversationLifeMethods.All,
        ConversationMemberMethods.All,
        HistoryMethods.All,
        UserMethods.All,
        PresenceMethods.All,
        UserGroupMethods.All,
        TeamMethods.All,
        ListingMethods.All,
        ViewMethods.All,
        ReactionMethods.All,
        PinMethods.All,
        BookmarkMethods.All,
        CanvasMethods.All,
        OAuthMethods.All,
        FileMethods.All,
    }.SelectMany(family => family).ToDictionary(method => method.Name);
}

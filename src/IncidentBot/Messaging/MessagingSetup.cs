namespace IncidentBot.Messaging;

internal static class MessagingSetup
{
    private static readonly Type[] FoundByScan =
        [typeof(ISubcommand), typeof(IForm), typeof(IShortcut), typeof(IEventHandler), typeof(IReaction), typeof(IEntryReaction), typeof(IReminder), typeof(IIncidentReminder), typeof(IPersonReminder), typeof(IEffectHandler<>), typeof(IFactHandler<>)];

    /// <summary>The engine room, and everything a scan finds: a new feature is one file, not one more line here.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddSingleton<Nudges>();
        services.AddSingleton<SlackAccess>();
        services.AddSingleton<Hearing>();
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<SlackRouter>();
        services.AddSingleton<FactRouter>();
        services.AddSingleton<FormErrors>();
        services.AddSingleton<EffectRouter>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<OutboxAttempts>();
        services.AddSingleton<OutboxLanes>();
        services.AddHostedSingleton<WorkspaceIdentity>();
        services.AddHostedSingleton<Inbox>();
        services.AddHostedSingleton<InboxWorker>();
        services.AddHostedSingleton<OutboxMarks>();
        services.AddHostedSingleton<OutboxDispatcher>();
        foreach (var type in typeof(MessagingSetup).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
            services.AddFound(type);
        return services;
    }

    private static void AddFound(this IServiceCollection services, Type type)
    {
        var faces = type.GetInterfaces()
            .Where(face => FoundByScan.Contains(face.IsGenericType ? face.GetGenericTypeDefinition() : face)).ToList();
        if (faces.Count == 0)
            return;
        services.AddSingleton(type);
        foreach (var face in faces)
            services.AddSingleton(face, provider => provider.GetRequiredService(type));
    }

    private static void AddHostedSingleton<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}

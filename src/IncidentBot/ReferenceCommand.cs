using IncidentBot.Configuration;
using IncidentBot.Messaging;

namespace IncidentBot;

/// <summary><c>reference</c> and <c>manifest</c> — print the pages that are written from the code.</summary>
internal static class ReferenceCommand
{
    public static int Print(string page)
    {
        Console.Write(page);
        return 0;
    }

    public static string Page()
    {
        using var services = new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider();
        return Reference.Write(Settings.All, services.GetRequiredService<CommandRouter>().Usages);
    }
}

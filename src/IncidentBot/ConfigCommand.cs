using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot;

/// <summary><c>config check [file]</c> and <c>config reference</c> — says what is wrong with a configuration, and prints what there is to configure.</summary>
internal static class ConfigCommand
{
    private const string Use = "Use: config check [<file>], or config reference.";

    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["reference"]:
                return ReferenceCommand.Print(ConfigFile.Reference);
            case ["check"]:
                return await CheckAsync(Settings.Config.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build(), SettingWords.Text));
            case ["check", var file]:
                return await CheckAsync(file);
            default:
                await Console.Error.WriteLineAsync(Use);
                return 2;
        }
    }

    private static async Task<int> CheckAsync(string file)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}. Without one the defaults hold; `config reference` prints them.");
            return 2;
        }
        var reading = ConfigFile.Read(await File.ReadAllTextAsync(file), Commands());
        foreach (var problem in reading.Problems)
            await Console.Error.WriteLineAsync($"{file}, {problem}");
        foreach (var hint in reading.Hints)
            await Console.Out.WriteLineAsync($"{file}, hint: {hint}");
        if (reading.Problems.Count > 0)
            return 1;
        await Console.Out.WriteLineAsync($"{file} can be used.");
        return 0;
    }

    private static IReadOnlyList<Usage> Commands()
    {
        using var services = new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider();
        return services.GetRequiredService<CommandRouter>().Usages;
    }
}

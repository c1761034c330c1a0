using IncidentBot.Wording;

namespace IncidentBot.Configuration;

/// <summary>
/// How the bot behaves now. The file is looked at every few seconds, and what it says holds from the next turn on; a file
/// with a mistake in it changes nothing.
/// </summary>
internal sealed class CurrentOptions : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private readonly ConnectionOptions connections;
    private readonly IReadOnlyList<Usage> commands;
    private readonly TimeProvider clock;
    private readonly ILogger<CurrentOptions> log;
    private volatile BotOptions value;
    private string inForce;
    private string lastSeen;
    private int looksWithout;

    /// <param name="connections">Where the file is.</param>
    /// <param name="commands">The commands an emoji may give.</param>
    /// <param name="clock">Says when to look again.</param>
    /// <param name="log">Hears what was wrong.</param>
    /// <exception cref="BadSettingException">The file is not there or cannot be used; the message says every line and why.</exception>
    public CurrentOptions(ConnectionOptions connections, IReadOnlyList<Usage> commands, TimeProvider clock, ILogger<CurrentOptions> log)
    {
        (this.connections, this.commands, this.clock, this.log) = (connections, commands, clock, log);
        var text = ReadFile();
        if (text is null && connections.ConfigIsNamed)
            throw new BadSettingException($"{Settings.Config.Name}: there is no file {connections.Config}.");
        inForce = lastSeen = text ?? "";
        var reading = ConfigFile.Read(inForce, commands);
        value = reading.Problems.Count == 0
            ? reading.Options
            : throw new BadSettingException(string.Join(Environment.NewLine, reading.Problems.Select(problem => $"{connections.Config}, {problem}")));
    }

    public BotOptions Value => value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    private void Look()
    {
        // Gone, it is likely being replaced; and only what stands there twice was written to its end.
        var read = ReadFile();
        SayWhetherGone(read is null && !File.Exists(connections.Config));
        if (read is not { } text)
            return;
        var isSettled = text == lastSeen;
        lastSeen = text;
        if (!isSettled || text == inForce)
            return;
        inForce = text;
        var reading = ConfigFile.Read(text, commands);
        foreach (var problem in reading.Problems)
            log.LogError("{File}, line {Line}: {Problem} Nothing of it is in force", connections.Config, problem.Line, problem.Sentence);
        if (reading.Problems.Count > 0)
            return;
        value = reading.Options;
        log.LogInformation("{File} was changed and is in force", connections.Config);
    }

    /// <summary>Once, when it was not there at two looks; a file that never was is no loss.</summary>
    private void SayWhetherGone(bool isGone)
    {
        looksWithout = isGone ? looksWithout + 1 : 0;
        if (looksWithout == 2 && inForce.Length > 0)
            log.LogWarning("{File} is gone; what it said before holds until the next start", connections.Config);
    }

    private string? ReadFile()
    {
        try
        {
            return File.ReadAllText(connections.Config);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{File} cannot be read ({Error}); what it said before holds", connections.Config, unreadable.GetType().Name);
            return null;
        }
    }
}

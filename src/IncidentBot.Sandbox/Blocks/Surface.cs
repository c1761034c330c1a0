namespace IncidentBot.Sandbox.Blocks;

/// <summary>Where blocks appear; some are allowed on one surface only.</summary>
internal enum Surface
{
    Message,
    Modal,
    Home,
}

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>Where the app is reached. Replaced as a whole when it is installed again, for instance after a restart on another port.</summary>
/// <param name="Events">For events.</param>
/// <param name="Commands">For slash commands.</param>
/// <param name="Interactivity">For buttons, forms and shortcuts.</param>
internal sealed record AppAddresses(Uri Events, Uri Commands, Uri Interactivity)
{
    public Uri For(DeliveryTarget target) => target switch
    {
        DeliveryTarget.Commands => Commands,
        DeliveryTarget.Interactivity => Interactivity,
        _ => Events,
    };
}

/// <summary>The app's addresses, once it is installed.</summary>
internal sealed class InstalledApp
{
    private volatile AppAddresses? _addresses;

    public AppAddresses? Addresses
    {
        get => _addresses;
        set => _addresses = value;
    }
}

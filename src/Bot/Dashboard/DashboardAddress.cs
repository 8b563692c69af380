using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Dashboard;

/// <summary>Where people reach the pages. Never taken from a request, which anybody can word as they like.</summary>
internal sealed class DashboardAddress(IOptions<DashboardOptions> options, IServer server, IHostEnvironment environment)
{
    /// <summary>As the settings say; while somebody tries the bot out, this machine's own address. Null when nobody knows.</summary>
    public Uri? Base => options.Value.PublicUrl is { Length: > 0 } url ? new Uri(url)
        : environment.IsProduction() ? null
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address =>
            Uri.TryCreate(address, UriKind.Absolute, out var own) ? own : null).FirstOrDefault(own => own?.IsLoopback == true);

    /// <summary>True when cookies may travel by TLS only, whatever a proxy in front makes of it.</summary>
    public bool IsSecure => Base?.Scheme == Uri.UriSchemeHttps;
}

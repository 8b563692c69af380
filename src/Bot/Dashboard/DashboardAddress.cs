using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Dashboard;

/// <summary>The public address of the pages. It never comes from a request, because a client controls the request's headers.</summary>
internal sealed class DashboardAddress(IOptions<DashboardOptions> options, IServer server, IHostEnvironment environment)
{
    /// <summary>The configured address, or a local address outside production. Null when neither is known.</summary>
    public Uri? Base => options.Value.PublicUrl is { Length: > 0 } url ? new Uri(url)
        : environment.IsProduction() ? null
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address =>
            Uri.TryCreate(address, UriKind.Absolute, out var own) ? own : null).FirstOrDefault(own => own?.IsLoopback == true);

    /// <summary>True when cookies must be limited to HTTPS, even if a proxy forwards requests over HTTP.</summary>
    public bool IsSecure => Base?.Scheme == Uri.UriSchemeHttps;
}

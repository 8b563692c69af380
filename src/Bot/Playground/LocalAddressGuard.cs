using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Playground;

/// <summary>
/// Stops the host when it listens beyond this machine and the playground wasn't enabled for that. The playground refuses all requests until
/// this check has passed.
/// </summary>
internal sealed class LocalAddressGuard(IServer server, IOptions<PlaygroundOptions> options) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Enabled is true)
        {
            return Task.CompletedTask;
        }

        var foreign = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address => !IsOfThisMachine(address));
        return foreign is null
            ? Task.CompletedTask
            : throw new OptionsValidationException(PlaygroundOptions.Section, typeof(PlaygroundOptions),
            [
                $"The playground lets everybody act as anybody, and {foreign} can be reached from other machines. Listen on "
                + $"http://localhost:5080, "
                + "or set Playground:Enabled to false to switch the playground off, or to true to serve it there all the same.",
            ]);
    }

    /// <summary>
    /// True when only this machine can reach the address: <c>http://localhost:5080</c>, <c>http://127.0.0.1</c>, <c>http://[::1]:80</c>, a
    /// Unix socket.
    /// </summary>
    internal static bool IsOfThisMachine(string address)
    {
        if (address.Contains("://unix:", StringComparison.OrdinalIgnoreCase)
            || address.Contains("://pipe:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // "http://*:80" and "http://+:80" mean every address and aren't valid URIs.
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopback(uri.Host);
    }

    /// <summary>True when the host name of an address or a <c>Host</c> header is this machine.</summary>
    internal static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

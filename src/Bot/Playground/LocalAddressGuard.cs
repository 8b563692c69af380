using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Playground;

/// <summary>
/// Stops the host when it listens beyond this machine and nobody has said that the playground may be seen there. Until the check
/// has passed, the playground answers nobody.
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
    /// Whether only this machine can reach it: <c>http://localhost:5080</c>, <c>http://127.0.0.1</c>, <c>http://[::1]:80</c>, a Unix
    /// socket.
    /// </summary>
    internal static bool IsOfThisMachine(string address)
    {
        if (address.Contains("://unix:", StringComparison.OrdinalIgnoreCase)
            || address.Contains("://pipe:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // "http://*:80" and "http://+:80" mean every address and are no URIs.
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopback(uri.Host);
    }

    /// <summary>Whether a host name, as an address or a <c>Host</c> header has it, means this machine.</summary>
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

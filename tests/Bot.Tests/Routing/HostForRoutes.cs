using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Tests.Routing;

/// <summary>The services of the real host, built but not started. It records which classes behind the routes were constructed.</summary>
internal sealed class HostForRoutes : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly AsyncServiceScope scope;
    private readonly List<Type> made = [];

    /// <summary>Builds it; <paramref name="planted"/> adds what the real host does not have.</summary>
    public HostForRoutes(Action<IServiceCollection>? planted = null)
    {
        app = RelateBotHost.BuildServices(["--environment", "Testing"], builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:RelateBot", "Data Source=:memory:")]);
            planted?.Invoke(builder.Services);
            builder.Host.UseServiceProviderFactory(new Watching(made));
        });
        scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(Guid.Parse("0199aaaa-0000-7000-8000-000000000001"));
    }

    /// <summary>Services of one request.</summary>
    public IServiceProvider Services => scope.ServiceProvider;

    /// <summary>Classes behind routes that were constructed so far.</summary>
    public IReadOnlyList<Type> Made => made;

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await app.DisposeAsync();
    }

    private sealed class Watching(List<Type> made) : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services)
        {
            var handlers = services
                .Select(service => service.ImplementationInstance)
                .OfType<Route>()
                .Select(route => route.Handler)
                .ToHashSet();
            for (var i = 0; i < services.Count; i++)
            {
                if (handlers.Contains(services[i].ServiceType))
                {
                    var type = services[i].ServiceType;
                    services[i] = new ServiceDescriptor(type, provider => Make(provider, type), services[i].Lifetime);
                }
            }

            return services;
        }

        public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder) => containerBuilder.BuildServiceProvider();

        private object Make(IServiceProvider provider, Type type)
        {
            made.Add(type);
            return ActivatorUtilities.CreateInstance(provider, type);
        }
    }
}

@echo off
rem Starts lstm on Windows; builds it first when it has not been built. After a change of its sources: mvn package.
setlocal EnableExtensions DisableDelayedExpansion

set "LSTM_HOME=%~dp0"
set "LSTM_BUILT=%LSTM_HOME%target"
rem In a release the program stands beside bin, ready; in a clone it is built in target.
if exist "%LSTM_HOME%..\bin\lstm.cmd" if exist "%LSTM_HOME%..\lstm.jar" set "LSTM_BUILT=%LSTM_HOME%.."
if exist "%LSTM_HOME%lstm.jar" set "LSTM_BUILT=%LSTM_HOME%."
set "LSTM_JAR=%LSTM_BUILT%\lstm.jar"

set "LSTM_JAVA=java"
if exist "%LSTM_BUILT%\java\bin\java.exe" (
  set "LSTM_JAVA=%LSTM_BUILT%\java\bin\java.exe"
  goto java_found
)
if not defined JAVA_HOME goto java_on_path
set "LSTM_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%LSTM_JAVA%" goto java_found
echo lstm: JAVA_HOME is "%JAVA_HOME%", but there is no "%LSTM_JAVA%"; set it to a JDK of version 17 or newer>&2
exit /b 127
:java_on_path
where java >nul 2>nul && goto java_found
echo lstm: no java on the PATH; install a JDK of version 17 or newer, or set JAVA_HOME>&2
exit /b 127
:java_found

rem A line like: openjdk version "17.0.15" 2025-04-15
set "LSTM_VERSION=0"
for /f "tokens=3" %%v in ('""%LSTM_JAVA%" -version 2>&1" ^| findstr /c:" version "') do set "LSTM_VERSION=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%LSTM_VERSION%") do set "LSTM_MAJOR=%%m"
if %LSTM_MAJOR% geq 17 goto version_fits
echo lstm: "%LSTM_JAVA%" is Java %LSTM_VERSION%; lstm needs 17 or newer>&2
exit /b 127
:version_fits

set "LSTM_START=-XX:+UseSerialGC -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:all=off:stdout"
if %LSTM_MAJOR% geq 23 set "LSTM_START=%LSTM_START% --sun-misc-unsafe-memory-access=allow"
set "LSTM_NATIVES=-Dorg.bytedeco.javacpp.cachedir=%LSTM_BUILT%\natives"
set "LSTM_UNPACKED=%LSTM_BUILT%\native"
rem A release for all platforms has a folder for each.
if exist "%LSTM_UNPACKED%\windows-x86_64\" set "LSTM_UNPACKED=%LSTM_UNPACKED%\windows-x86_64"
if exist "%LSTM_UNPACKED%\" (
  set "LSTM_START=%LSTM_START% -Dorg.bytedeco.javacpp.pathsFirst=true"
  set "LSTM_NATIVES=-Djava.library.path=%LSTM_UNPACKED%"
)
if exist "%LSTM_JAR%" goto built
where mvn >nul 2>nul && goto build
echo lstm: has to be built once, and there is no mvn on the PATH; install Maven 3.6.3 or newer>&2
exit /b 127
:build
echo lstm: building, once; this takes a minute or two ...>&2
set "LSTM_LOG=%TEMP%\lstm-build-%RANDOM%.log"
pushd "%LSTM_HOME%"
call mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true package <nul >"%LSTM_LOG%" 2>&1
set "LSTM_CODE=%ERRORLEVEL%"
popd
if %LSTM_CODE% equ 0 goto archive
type "%LSTM_LOG%" >&2
del "%LSTM_LOG%"
echo lstm: could not be built; the lines above say why>&2
exit /b 1
:archive
del "%LSTM_LOG%"
rem Java starts faster from an archive of the classes that common commands load; without one all is the same but slower.
set "LSTM_MADE=%LSTM_BUILT%\archive"
mkdir "%LSTM_MADE%" 2>nul
"%LSTM_JAVA%" %LSTM_START% "%LSTM_NATIVES%" "-XX:ArchiveClassesAtExit=%LSTM_MADE%\lstm.jsa" -cp "%LSTM_JAR%" ^
  lstm.cli.Rehearsal "%LSTM_MADE%" >nul 2>nul ^
  && move /y "%LSTM_MADE%\lstm.jsa" "%LSTM_BUILT%\lstm.jsa" >nul
rmdir /s /q "%LSTM_MADE%"
:built

set "LSTM_SHARE="
if exist "%LSTM_BUILT%\lstm.jsa" set LSTM_SHARE=-XX:+VerifySharedSpaces "-XX:SharedArchiveFile=%LSTM_BUILT%\lstm.jsa"
rem Products are spread over threads by lstm itself; OpenBLAS would start its own while it is loaded.
set "OPENBLAS_NUM_THREADS=1"
rem What lstm prints is UTF-8; the console is set back to what it was.
set "LSTM_PAGE="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "LSTM_PAGE=%%p"
chcp 65001 >nul 2>nul
"%LSTM_JAVA%" %LSTM_START% %LSTM_JAVA_OPTS% %LSTM_SHARE% -XX:+ErrorFileToStderr -XX:-DumpReplayDataOnError "%LSTM_NATIVES%" -jar "%LSTM_JAR%" %*
set "LSTM_CODE=%ERRORLEVEL%"
if defined LSTM_PAGE chcp %LSTM_PAGE% >nul 2>nul
exit /b %LSTM_CODE%
